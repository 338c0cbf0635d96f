"""Cells and roll-up rows, to and from the database."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import TypeVar

from mwalimu.figures.engine.cuboids import CUBOIDS
from mwalimu.figures.engine.dimensions import NAMES
from mwalimu.figures.engine.facts import CellFacts
from mwalimu.figures.engine.tallies import Key, Tally, packed, unpacked
from mwalimu.figures.models import Cell, Rollup

BY_NUMBER = {cuboid.number: cuboid for cuboid in CUBOIDS}
MEASURES = ("named", "counted", "trainings", "tenths", "largest", "cells", "synthetic")
BATCH = 800

Thing = TypeVar("Thing")


def batches(things: Iterable[Thing], size: int = BATCH) -> Iterator[list[Thing]]:
    """Lists of at most `size` things."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def key_text(key: Key) -> str:
    """The primary key of a roll-up row."""
    return "|".join([str(key[0]), *key[1]])


def cell_row(
    cell: CellFacts, day: date, counted_from: datetime, until: datetime | None = None
) -> Cell:
    """The row of a cell."""
    return Cell(
        **dict(zip(NAMES, cell.values, strict=True)),
        training_id=cell.training,
        day=day,
        named=cell.named,
        counted=cell.counted,
        trainings=cell.trainings,
        tenths=cell.tenths,
        synthetic=cell.synthetic,
        counted_from=counted_from,
        counted_until=until,
        persons=packed(cell.persons),
    )


CELL_COLUMNS = (
    *("training_id", "persons", "counted", "trainings", "tenths", "synthetic"),
    *NAMES,
)


def cells_from(rows: Iterable[Sequence[object]]) -> Iterator[CellFacts]:
    """Cells from `values_list(*CELL_COLUMNS)`."""
    for training, persons, counted, trainings, tenths, synthetic, *values in rows:
        yield CellFacts(
            training=training,  # type: ignore[arg-type]
            values=tuple(values),  # type: ignore[arg-type]
            persons=unpacked(persons),  # type: ignore[arg-type]
            counted=counted,  # type: ignore[arg-type]
            trainings=trainings,  # type: ignore[arg-type]
            tenths=tenths,  # type: ignore[arg-type]
            synthetic=synthetic,  # type: ignore[arg-type]
        )


def rollup_row(key: Key, tally: Tally) -> Rollup:
    """The row of a tally."""
    number, values = key
    names = BY_NUMBER[number].dimensions
    return Rollup(
        key=key_text(key),
        cuboid=number,
        **dict(zip(names, values, strict=True)),
        **{measure: getattr(tally, measure) for measure in MEASURES},
        persons=packed(tally.persons),
    )


def tallies_of(keys: Iterable[Key]) -> dict[Key, Tally]:
    """The rows of these keys as they stand."""
    texts = {key_text(key): key for key in keys}
    found = {}
    for some in batches(texts):
        rows = Rollup.objects.filter(key__in=some)
        for text, persons, *numbers in rows.values_list("key", "persons", *MEASURES):
            measures = dict(zip(MEASURES, numbers, strict=True))
            found[texts[text]] = Tally(**measures, persons=unpacked(persons))
    return found


def write_tallies(tallies: dict[Key, Tally]) -> None:
    """Insert or replace rows; a row that counts no cell any more is deleted."""
    gone = [key_text(key) for key, tally in tallies.items() if not tally.cells]
    for some in batches(gone):
        Rollup.objects.filter(key__in=some).delete()
    kept = [rollup_row(key, tally) for key, tally in tallies.items() if tally.cells]
    Rollup.objects.bulk_create(
        kept,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=[*MEASURES, "persons"],
        batch_size=1000,
    )
