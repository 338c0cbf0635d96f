"""The path of one WG member through their cohorts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import CharField, DateField, F, Value
from django.db.models.functions import Cast

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Assignment, Stage
from mwalimu.programmes.permissions import holdings_visible_to
from mwalimu.programmes.querysets import HoldingQuerySet
from mwalimu.qualification.engine import Kind, Verdict
from mwalimu.qualification.models import RequirementLine
from mwalimu.qualification.queries.board import (
    Held,
    Label,
    Line,
    judged,
    lines_of,
)
from mwalimu.qualification.queries.evidence import Rules, rules_of


@dataclass(frozen=True)
class Subject:
    """What a requirement is about: a stage, or an assignment with its day."""

    names: Mapping[str, str]
    due: date | None = None


Subjects = Mapping[tuple[str, str], Subject]  # by kind of evidence and code


@dataclass(frozen=True)
class Path:
    """A person in a cohort: where they stand on a day, under which rules.

    The day is that of `zone`, where the person works: a last day ends there.
    """

    line: Line
    rules: Rules | None
    subjects: Subjects
    on: date
    zone: str

    @property
    def steps(self) -> list[tuple[RequirementLine, Verdict]]:
        """Each requirement with its verdict, in the standard's order."""
        if self.rules is None or self.line.standing is None:
            return []
        return list(zip(self.rules.lines, self.line.standing.verdicts, strict=True))

    def step(self, code: str) -> tuple[RequirementLine, Verdict] | None:
        """The requirement of that code with its verdict."""
        return next((step for step in self.steps if step[0].code == code), None)


def paths_of(
    viewer: Viewer, person: UUID | None, *, at: datetime, cohort: str = ""
) -> list[Path]:
    """The paths of a person (None: the viewer) that a viewer may see, the newest first.

    In one cohort (its code) if it is given; also in those that they have left. Six
    queries.
    """
    who = {"person__uuid": person} if person else {"person": viewer.person_id}
    holdings = holdings_visible_to(viewer).filter(**who)
    if cohort:
        holdings = holdings.filter(seat__cohort__code=cohort)
    lines = _lines(holdings.filter(person__erased_at=None))
    lines.sort(key=lambda line: line.since, reverse=True)
    zone = lines[0].members[0].zone if lines else "UTC"
    on = at.astimezone(ZoneInfo(zone)).date()
    lines = [line for line in lines if line.since <= on]
    cohorts = {line.place.cohort for line in lines}
    rules = rules_of(cohorts, on)
    subjects = subjects_of(cohorts)
    return [
        Path(line, rules.get(line.place.cohort), subjects[line.place.cohort], on, zone)
        for line in judged(lines, rules, on)
    ]


def _lines(holdings: HoldingQuerySet) -> list[Line]:
    """The lines of one person, with the names of what they lead to (one query)."""
    labels: dict[str, dict[int, Label]] = {"cohort": {}, "member": {}, "topic": {}}
    rows = []
    for row in holdings.in_order():
        seat, person = row.seat, row.person
        for kind, each, zone in (
            ("cohort", seat.cohort, ""),
            ("member", seat.member, seat.member.time_zone),
            ("topic", seat.topic, ""),
        ):
            labels[kind][each.pk] = Label(each.pk, each.code, each.names, zone)
        keys = (seat.cohort_id, seat.member_id, seat.topic_id)
        rows.append(Held(person.pk, person.uuid, person.name, row.since, *keys))
    return lines_of(rows, labels)


def subjects_of(cohorts: Iterable[int]) -> Mapping[int, Subjects]:
    """By cohort (primary key), its stages and assignments (one query)."""
    keys = set(cohorts)
    never = Cast(Value(None), DateField())
    stages: Any = Stage.objects.filter(cohort__in=keys)
    work: Any = Assignment.objects.filter(cohort__in=keys)
    stages = stages.annotate(what=_kind(Kind.ATTENDANCE), called=F("names"), due=never)
    work = work.annotate(
        what=_kind(Kind.ASSIGNMENT), called=F("titles"), due=F("due_on")
    )
    cut = ("cohort_id", "what", "code", "called", "due")
    found: defaultdict[int, dict[tuple[str, str], Subject]] = defaultdict(dict)
    rows = stages.order_by().values_list(*cut)
    for cohort, kind, code, names, due in rows.union(
        work.order_by().values_list(*cut), all=True
    ):
        found[cohort][kind, code] = Subject(names, due)
    return found


def _kind(kind: Kind) -> Value:
    return Value(kind.value, output_field=CharField())
