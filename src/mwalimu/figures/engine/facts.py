"""What one training contributes, and the cells it falls into."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from mwalimu.figures.engine.dimensions import NAMES, NOT_RECORDED

PLACES = {name: place for place, name in enumerate(NAMES)}


class CountedTwice(ValueError):
    """The same person is named twice in one training."""


@dataclass(frozen=True)
class Group:
    """People of one training with the same Member, sector and sex.

    `named`: primary keys of persons; `counted`: how many others, by head-count.
    """

    member: str
    sector: str
    sex: str
    named: tuple[int, ...] = ()
    counted: int = 0


@dataclass(frozen=True)
class TrainingFacts:
    """The facts of a training that figures count. Codes as in `dimensions`.

    `training` is the version's primary key; `tenths` its hours in tenths, 0 unknown.
    """

    training: int
    year: str
    month: str
    host: str
    region: str
    topic: str
    mode: str
    language: str
    abroad: str
    initiative: str
    led_by: str
    tenths: int = 0
    synthetic: bool = False
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class CellFacts:
    """One cell: people of a training of one Member, sector and sex.

    `values` are codes in the order of `dimensions.NAMES`. The first cell of a training
    carries the training itself (`trainings` 1) and its hours, all others 0, so that
    both add up over cells.
    """

    training: int
    values: tuple[str, ...]
    persons: BitMap
    counted: int
    trainings: int
    tenths: int
    synthetic: bool

    @property
    def named(self) -> int:
        """How many are named."""
        return len(self.persons)

    @property
    def people(self) -> int:
        """Participations: named and counted."""
        return len(self.persons) + self.counted


def _merged(groups: Iterable[Group]) -> dict[tuple[str, str, str], tuple[BitMap, int]]:
    """Named people and head-counts by (Member, sector, sex). Raises CountedTwice."""
    found: dict[tuple[str, str, str], tuple[BitMap, int]] = {}
    seen = BitMap()
    for group in groups:
        persons = BitMap(group.named)
        if len(persons) != len(group.named) or persons.intersect(seen):
            raise CountedTwice("A person is named twice in one training.")
        seen |= persons
        key = (group.member, group.sector, group.sex)
        before, counted = found.get(key, (BitMap(), 0))
        found[key] = (before | persons, counted + group.counted)
    return found


def cells_of(facts: TrainingFacts) -> list[CellFacts]:
    """The cells of a training; one without people where nobody is recorded."""
    merged = _merged(facts.groups)
    if not merged:
        merged[(NOT_RECORDED, NOT_RECORDED, "N")] = (BitMap(), 0)
    cells = []
    for place, ((member, sector, sex), (persons, counted)) in enumerate(
        sorted(merged.items())
    ):
        people = {"member": member, "sector": sector, "sex": sex}
        cells.append(
            CellFacts(
                training=facts.training,
                values=tuple(
                    people.get(name) or getattr(facts, name) for name in NAMES
                ),
                persons=persons,
                counted=counted,
                trainings=0 if place else 1,
                tenths=0 if place else facts.tenths,
                synthetic=facts.synthetic,
            )
        )
    return cells


def values_at(cell: CellFacts, names: Sequence[str]) -> tuple[str, ...]:
    """The cell's codes for these dimensions."""
    return tuple(cell.values[PLACES[name]] for name in names)
