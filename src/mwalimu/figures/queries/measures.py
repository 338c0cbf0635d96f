"""Measures of a cut: from the smallest roll-up that can answer, else from the cells."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Sum
from pyroaring import BitMap

from mwalimu.figures.engine.cuboids import Cuboid, holding
from mwalimu.figures.engine.dimensions import NOT_RECORDED, OF_PEOPLE
from mwalimu.figures.engine.grammar import Condition
from mwalimu.figures.engine.indicators import Indicator
from mwalimu.figures.engine.intervals import Interval, persons
from mwalimu.figures.engine.tallies import codes, unpacked
from mwalimu.figures.models import Cell, Rollup

Key = tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    """What one row of a cut counts. `interval` only where persons are counted."""

    value: int
    synthetic: bool = False
    interval: Interval | None = None


@dataclass(frozen=True)
class Question:
    """A cut and a filter, and as of when; None means now."""

    by: tuple[str, ...]
    conditions: tuple[Condition, ...]
    as_of: datetime | None = None

    @property
    def dimensions(self) -> frozenset[str]:
        """All dimensions that the answer must tell apart."""
        filtered = {condition.dimension for condition in self.conditions}
        return frozenset(self.by) | filtered

    @property
    def people_apart(self) -> frozenset[str] | None:
        """Dimensions by which people of one training must be told apart, and no others.

        None where no roll-up can do it: several values of such a dimension are put
        together, so that a training in two of them would be counted twice.
        """
        for condition in self.conditions:
            name = condition.dimension
            if name in OF_PEOPLE and name not in self.by and not condition.single:
                return None
        return self.dimensions & frozenset(OF_PEOPLE)

    def rollup(self, more: Iterable[str] = (), exact: bool = False) -> Cuboid | None:
        """The roll-up that answers it, if there is one."""
        if self.as_of is not None:
            return None
        needed = self.dimensions | frozenset(more)
        if not exact:
            return holding(needed)
        apart = self.people_apart
        return None if apart is None else holding(needed, apart)

    def rows(self, cuboid: Cuboid | None) -> Any:
        """The rows of the roll-up, or the cells."""
        if cuboid is not None:
            return Rollup.objects.of(cuboid.number, self.conditions).order_by()
        return Cell.objects.counting(self.as_of).within(self.conditions).order_by()


def measures(indicator: Indicator, question: Question) -> dict[Key, Measure]:
    """The rows of a cut. Without dimensions one row, even where nothing counts."""
    found = _COUNTERS[indicator.code](question)
    if not question.by and not found:
        interval = Interval(0, 0) if indicator.code == "persons" else None
        return {(): Measure(0, interval=interval)}
    return found


def _participations(question: Question) -> dict[Key, Measure]:
    rows = question.rows(question.rollup())
    return _summed(rows, question.by, Sum("named") + Sum("counted"))


def _summed(rows: Any, by: Sequence[str], total: Any) -> dict[Key, Measure]:
    synthetic = Max("synthetic") if rows.model is Rollup else Sum(_one_if_synthetic())
    answer = rows.values_list(*by).annotate(value=total, synthetic_rows=synthetic)
    if not by:
        answer = rows.values_list().aggregate(value=total, synthetic_rows=synthetic)
        if answer["value"] is None:
            return {}
        return {(): Measure(answer["value"], bool(answer["synthetic_rows"]))}
    return {tuple(key): Measure(value, bool(made)) for *key, value, made in answer}


def _one_if_synthetic() -> Any:
    from django.db.models import Case, IntegerField, When

    return Case(When(synthetic=True, then=1), default=0, output_field=IntegerField())


def _trainings(question: Question) -> dict[Key, Measure]:
    cuboid = question.rollup(exact=True)
    rows = question.rows(cuboid)
    if cuboid is not None:
        return _summed(rows, question.by, Sum("trainings"))
    return _summed(rows, question.by, Count("training_id", distinct=True))


def _hours(question: Question) -> dict[Key, Measure]:
    """In tenths of an hour."""
    rows = question.rows(question.rollup(exact=True))
    return _summed(rows, question.by, Sum("tenths"))


def _members_reached(question: Question) -> dict[Key, Measure]:
    cuboid = question.rollup()
    rows = question.rows(cuboid)
    if cuboid is None:
        known = rows.exclude(member=NOT_RECORDED)
        return _summed(known, question.by, Count("member", distinct=True))
    found: dict[Key, set[str]] = defaultdict(set)
    made: set[Key] = set()
    columns = (*question.by, "members", "synthetic")
    for *values, members, synthetic in rows.values_list(*columns):
        if reached := codes(members):
            key = tuple(values)
            found[key] |= reached
            if synthetic:
                made.add(key)
    return {key: Measure(len(some), key in made) for key, some in found.items()}


def _persons(question: Question) -> dict[Key, Measure]:
    cuboid = question.rollup(exact=True)
    if cuboid is None:
        return _persons_of_cells(question)
    columns = (*question.by, "counted", "largest", "synthetic", "persons")
    sets: dict[Key, list[BitMap]] = defaultdict(list)
    numbers: dict[Key, tuple[int, int, int]] = {}
    for *values, counted, largest, made, bits in question.rows(cuboid).values_list(
        *columns
    ):
        key = tuple(values)
        sets[key].append(unpacked(bits))
        before = numbers.get(key, (0, 0, 0))
        numbers[key] = (
            before[0] + counted,
            max(before[1], largest),
            before[2] + made,
        )
    return {key: _interval(sets[key], *numbers[key]) for key in sets}


def _persons_of_cells(question: Question) -> dict[Key, Measure]:
    columns = (*question.by, "training_id", "named", "counted", "synthetic", "persons")
    sets: dict[Key, list[BitMap]] = defaultdict(list)
    people: dict[Key, dict[int, tuple[int, int]]] = defaultdict(dict)
    made: dict[Key, int] = defaultdict(int)
    for *values, training, named, counted, synthetic, bits in question.rows(
        None
    ).values_list(*columns):
        key = tuple(values)
        sets[key].append(unpacked(bits))
        made[key] += synthetic
        before = people[key].get(training, (0, 0))
        people[key][training] = (before[0] + named + counted, before[1] + counted)
    return {
        key: _interval(
            sets[key],
            sum(heads for _, heads in people[key].values()),
            max((all_ for all_, heads in people[key].values() if heads), default=0),
            made[key],
        )
        for key in sets
    }


def _interval(sets: Sequence[BitMap], counted: int, largest: int, made: int) -> Measure:
    named = len(sets[0] if len(sets) == 1 else BitMap.union(*sets))
    interval = persons(named=named, counted=counted, largest=largest)
    return Measure(interval.at_least, bool(made), interval)


_COUNTERS = {
    "participations": _participations,
    "participations_by_master_trainers": _participations,
    "participations_by_became": _participations,
    "persons": _persons,
    "trainings": _trainings,
    "hours": _hours,
    "members_reached": _members_reached,
}
