"""The board: people of cohorts against everything that their standard asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Value

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Cohort, Holding
from mwalimu.programmes.permissions import cohorts_visible_to, holdings_visible_to
from mwalimu.programmes.querysets import HoldingQuerySet
from mwalimu.qualification.engine import Standing, State
from mwalimu.qualification.queries.evidence import (
    Place,
    Rules,
    rules_of,
    standings_of,
)
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.languages import Wording, in_language

A_PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What a reader asks for: codes, or nothing for all.

    `page` counts from 1; 0 is everybody at once, for a file.
    """

    behind: bool = False
    member: str = ""
    topic: str = ""
    page: int = 1

    def cut(self, lines: "list[Line]") -> "list[Line]":
        """The lines of the page."""
        start = (self.page - 1) * A_PAGE
        return lines[start : start + A_PAGE] if self.page else lines


@dataclass(frozen=True)
class Label:
    """A Member (with its time zone), a topic or a cohort, by its names."""

    pk: int
    code: str
    names: Mapping[str, str]
    zone: str = ""

    def name(self, *languages: str) -> Wording:
        """The name in the first of these languages that has one."""
        return in_language(self.names, languages)


@dataclass(frozen=True)
class Line:
    """A WG member in a cohort, and where they stand; None without a standard."""

    place: Place
    uuid: UUID
    name: str
    since: date
    cohort: Label
    members: tuple[Label, ...]
    topics: tuple[Label, ...]
    standing: Standing | None = None

    @property
    def done(self) -> int:
        """How many requirements are met or waived."""
        verdicts = self.standing.verdicts if self.standing else ()
        return sum(verdict.settled for verdict in verdicts)

    @property
    def missed(self) -> int:
        """By how much somebody is behind: how many requirements they missed."""
        verdicts = self.standing.verdicts if self.standing else ()
        return sum(verdict.state == State.MISSED for verdict in verdicts)

    @property
    def behind_since(self) -> date | None:
        """The day of the first miss; not before the person came to the cohort."""
        day = self.standing.behind_since if self.standing else None
        return max(day, self.since) if day else None


@dataclass(frozen=True)
class Board:
    """A page of people, the rules of their cohorts, and what one can narrow it to."""

    lines: tuple[Line, ...]
    rules: Mapping[int, Rules]
    total: int
    page: int
    members: tuple[Label, ...]
    topics: tuple[Label, ...]

    @property
    def more(self) -> bool:
        """There is a further page."""
        return self.page * A_PAGE < self.total


def seated(viewer: Viewer, on: date, cohort: Cohort | None = None) -> HoldingQuerySet:
    """Who is on the board: they hold a seat on the day, or completed in this cohort."""
    rows = holdings_visible_to(viewer).filter(person__erased_at=None)
    if cohort is None:
        return rows.on(on)
    today = Q(pk__in=Holding.objects.on(on).filter(seat__cohort=cohort).values("pk"))
    rows = rows.filter(seat__cohort=cohort)
    return rows.filter(today | Q(ended=Holding.Ended.COMPLETED, since__lte=on))


def board(
    viewer: Viewer, *, on: date, wanted: Wanted, cohort: Cohort | None = None
) -> Board:
    """One page of a cohort, or of all cohorts that the viewer sees.

    By cohort, Member and name: nothing ranks people or Members. Five queries, whatever
    the number of people and cohorts.
    """
    labels = labels_for(viewer, cohort)
    lines = lines_of(held(seated(viewer, on, cohort)), labels)
    members = _present(labels["member"], (line.place.members for line in lines))
    topics = _present(labels["topic"], (line.place.topics for line in lines))
    lines = [line for line in lines if _fits(line, wanted)]
    if not wanted.behind:
        total, lines = len(lines), wanted.cut(lines)
    rules = rules_of({line.place.cohort for line in lines}, on)
    lines = judged(lines, rules, on)
    if wanted.behind:
        lines = [line for line in lines if line.missed]
        total, lines = len(lines), wanted.cut(lines)
    return Board(tuple(lines), rules, total, wanted.page, members, topics)


def judged(lines: Iterable[Line], rules: Mapping[int, Rules], on: date) -> list[Line]:
    """The same people, with where they stand (two queries)."""
    known = list(lines)
    found = standings_of((line.place for line in known), rules, on=on)
    return [replace(line, standing=found.get(line.place)) for line in known]


def _fits(line: Line, wanted: Wanted) -> bool:
    members = {label.code for label in line.members}
    topics = {label.code for label in line.topics}
    return (not wanted.member or wanted.member in members) and (
        not wanted.topic or wanted.topic in topics
    )


def labels_for(viewer: Viewer, cohort: Cohort | None) -> dict[str, dict[int, Label]]:
    """Every Member, topic and cohort that lines may name, in one query."""
    cohorts = cohorts_visible_to(viewer) if cohort is None else _only(cohort)
    nowhere = Value("", output_field=CharField())
    kinds: list[tuple[str, QuerySet[Any, Any], Any, Any]] = [
        ("topic", Topic.objects.all(), nowhere, F("position")),
        ("member", Member.objects.all(), F("time_zone"), Value(0)),
        ("cohort", cohorts, nowhere, Value(0)),
    ]
    first, *rest = (
        rows.order_by()
        .annotate(what=Value(kind, output_field=CharField()), zone=zone, place=place)
        .values_list("what", "pk", "code", "names", "zone", "place")
        for kind, rows, zone, place in kinds
    )
    found: dict[str, dict[int, Label]] = {kind: {} for kind, *_ in kinds}
    ordered = sorted(first.union(*rest, all=True), key=lambda row: (row[5], row[2]))
    for kind, *values, _place in ordered:
        label = Label(*values)
        found[kind][label.pk] = label
    return found


def _only(cohort: Cohort) -> QuerySet[Any, Any]:
    return Cohort.objects.filter(pk=cohort.pk)


def _present(
    labels: Mapping[int, Label], used: Iterable[Iterable[int]]
) -> tuple[Label, ...]:
    keys = frozenset().union(*used)
    return tuple(label for pk, label in labels.items() if pk in keys)


@dataclass(frozen=True)
class Held:
    """Who holds which seat since when (primary keys)."""

    person: int
    uuid: UUID
    name: str
    since: date
    cohort: int
    member: int
    topic: int


CUT = (
    *("person_id", "person__uuid", "person__name", "since"),
    *("seat__cohort_id", "seat__member_id", "seat__topic_id"),
)
ORDER = ("seat__cohort__code", "seat__member__code", "person__key", "person", "since")
Labels = Mapping[str, Mapping[int, Label]]


def held(holdings: HoldingQuerySet) -> list[Held]:
    """Holdings in the order of the board (one query)."""
    return [Held(*row) for row in holdings.order_by(*ORDER).values_list(*CUT)]


def lines_of(holdings: Iterable[Held], labels: Labels) -> list[Line]:
    """One line per person and cohort, in the order of the holdings."""
    seats: dict[tuple[int, int], list[Held]] = {}
    for row in holdings:
        if row.cohort in labels["cohort"]:
            seats.setdefault((row.cohort, row.person), []).append(row)
    return [_line(rows, labels) for rows in seats.values()]


def _line(rows: list[Held], labels: Labels) -> Line:
    first = rows[0]
    members = frozenset(row.member for row in rows)
    topics = frozenset(row.topic for row in rows)
    return Line(
        place=Place(first.cohort, first.person, members, topics),
        uuid=first.uuid,
        name=first.name,
        since=min(row.since for row in rows),
        cohort=labels["cohort"][first.cohort],
        members=tuple(labels["member"][key] for key in sorted(members)),
        topics=_present(labels["topic"], [topics]),
    )
