"""The path of one WG member through their cohorts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import CharField, DateField, F, Value
from django.db.models.functions import Cast

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Assignment, Stage
from mwalimu.programmes.permissions import holdings_visible_to
from mwalimu.qualification.engine import Kind, Verdict
from mwalimu.qualification.models import RequirementLine
from mwalimu.qualification.queries.board import Line, judged, labels_for, lines_of
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
    viewer: Viewer, person: int, *, at: datetime, cohort: int | None = None
) -> list[Path]:
    """The paths of a person (primary key) that a viewer may see, the newest first.

    Also those in cohorts that they have left. Seven queries.
    """
    holdings = holdings_visible_to(viewer).filter(person=person)
    if cohort is not None:
        holdings = holdings.filter(seat__cohort=cohort)
    lines = lines_of(holdings.filter(person__erased_at=None), labels_for(viewer))
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
