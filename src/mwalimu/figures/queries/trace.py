"""The rows behind a number: dated trainings (or awards), each with what it adds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Count, Sum
from pyroaring import BitMap

from mwalimu.figures.engine.dimensions import NOT_RECORDED
from mwalimu.figures.engine.indicators import INDICATORS, Indicator
from mwalimu.figures.engine.tallies import unpacked
from mwalimu.figures.queries.awards import RENAMED, matching_awards
from mwalimu.figures.queries.measures import Question
from mwalimu.figures.queries.table import (
    Amount,
    FigureTable,
    asked_of,
    counted,
    figure,
)
from mwalimu.people.permissions import Viewer
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.shared.fields import partial
from mwalimu.trainings.models import Training


class TraceClosed(PermissionError):
    """The rows behind numbers are not shown to the public."""


@dataclass(frozen=True)
class TraceRow:
    """One record behind a number, and what it adds to it.

    `uuid` names the training, or the award where Master Trainers are counted.
    """

    uuid: UUID
    day: PartialDate
    title: str
    host: str
    topic: str
    value: int | Decimal
    synthetic: bool = False


@dataclass(frozen=True)
class Trace:
    """Some of the rows behind a figure, oldest first; together they add up to `sums_to`.

    Persons: a row adds the named people who were in no earlier row, and its
    head-counts, so that all rows add up to the upper bound. Members reached and Master
    Trainers: a row adds those that no earlier row had.
    """

    figure: FigureTable
    rows: tuple[TraceRow, ...]
    records: int
    sums_to: Amount


def trace(
    indicator: str,
    where: Mapping[str, str] | None = None,
    *,
    viewer: Viewer,
    as_of: datetime | None = None,
    first: int = 0,
    limit: int | None = None,
) -> Trace:
    """The rows from number `first` on, at most `limit`. Raises BadQuestion, TraceClosed."""
    if not viewer.is_signed_in:
        raise TraceClosed("Sign in to see the rows behind a figure.")
    table = figure(indicator, (), where, viewer=viewer, as_of=as_of)
    asked = table.indicator
    question = Question((), asked_of(asked, table.conditions), as_of)
    end = None if limit is None else first + limit
    if asked.code == "master_trainers":
        rows, records = _awards(question)
        rows = rows[first:end]
    else:
        rows = _trainings(asked, question, first, end)
        records = counted(INDICATORS["trainings"], question)[()].value
    bound = table.total.at_most
    sums_to = table.total if bound is None else Amount(bound)
    return Trace(table, tuple(rows), records, sums_to)


def _trainings(
    asked: Indicator, question: Question, first: int, end: int | None
) -> list[TraceRow]:
    cells = question.rows(None)
    if asked.code in ("persons", "members_reached"):
        values = list(islice(_first_seen(asked, cells, end), first, end))
    else:
        values = list(_added(asked, cells)[first:end])
    rows = _facts(pk for pk, _ in values)
    return [
        TraceRow(
            uuid=row["uuid"],
            day=partial(row["starts_on"], row["starts_precision"])
            or PartialDate(row["starts_on"], Precision.DAY),
            title=row["title"],
            host=row["host__code"],
            topic=row["counted_topic"],
            value=Decimal(value) / 10 if asked.code == "hours" else value,
            synthetic=row["synthetic"],
        )
        for pk, value in values
        for row in (rows[pk],)
    ]


def _added(asked: Indicator, cells: Any) -> Any:
    """Training and what it adds, in the order of the index by day."""
    value = {
        "trainings": Count("training_id", distinct=True),
        "hours": Sum("tenths"),
    }.get(asked.code, Sum("named") + Sum("counted"))
    return (
        cells.order_by("day", "training_id")
        .values("day", "training_id")
        .annotate(value=value)
        .values_list("training_id", "value")
    )


def _first_seen(
    asked: Indicator, cells: Any, end: int | None
) -> Iterable[tuple[int, int]]:
    """Training and what it adds to those before it, as far as number `end`."""
    seen, members = BitMap(), {NOT_RECORDED}
    current, added = None, 0
    ordered = cells.order_by("day", "training_id")
    if end is not None:
        first = ordered.values("day", "training_id").distinct()[:end]
        ordered = ordered.filter(training_id__in=first.values("training_id"))
    rows = ordered.values_list("training_id", "member", "counted", "persons")
    for training, member, heads, bits in rows.iterator(chunk_size=500):
        if training != current:
            if current is not None:
                yield current, added
            current, added = training, 0
        if asked.code == "members_reached":
            added += member not in members
            members.add(member)
        else:
            persons = unpacked(bits)
            added += len(persons - seen) + heads
            seen |= persons
    if current is not None:
        yield current, added


def _facts(ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    rows = Training.objects.filter(pk__in=list(ids)).values(
        "pk",
        "uuid",
        "title",
        "starts_on",
        "starts_precision",
        "host__code",
        "counted_topic",
        "synthetic",
    )
    return {row["pk"]: row for row in rows}


def _awards(question: Question) -> tuple[list[TraceRow], int]:
    """Awards in force, oldest first; without names."""
    seen: set[int] = set()
    rows = []
    columns = (
        "uuid",
        "valid_from",
        RENAMED["member"],
        RENAMED["topic"],
        "person_id",
        "synthetic",
    )
    found = matching_awards(question).order_by("valid_from", "pk")
    for uuid, day, member, topic, person, made in found.values_list(*columns):
        rows.append(_award(uuid, day, member, topic, person not in seen, made))
        seen.add(person)
    return rows, len(rows)


def _award(
    uuid: UUID, day: date, member: str, topic: str, new: bool, made: bool
) -> TraceRow:
    known = PartialDate(day, Precision.DAY)
    return TraceRow(uuid, known, "", member, topic, int(new), made)
