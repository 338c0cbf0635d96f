"""The plans of cohorts: what stands for which stage, and when it can no longer come."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from mwalimu.programmes.models import Assignment, Attendance, Session, SessionDay
from mwalimu.shared.dates import Precision
from mwalimu.shared.fields import partial


@dataclass
class Held:
    """A session in a cohort's plan.

    `written`: somebody recorded who was there. `served`: Members of its session group;
    empty where it has none, then it serves everybody.
    """

    row: str
    days: int
    last: date | None
    written: bool
    stages: list[str] = field(default_factory=list)
    served: set[int] = field(default_factory=set)

    def serves(self, members: Iterable[int]) -> bool:
        """Whether people of these Members were to attend it."""
        return not self.served or not self.served.isdisjoint(members)


@dataclass
class Plan:
    """What evidence in a cohort can be about."""

    sessions: dict[int, Held] = field(default_factory=dict)
    assignments: dict[int, str] = field(default_factory=dict)
    until: dict[str, date] = field(default_factory=dict)  # by code of assignment
    taken: set[str] = field(default_factory=set)  # codes of assignments that are open

    def closes(
        self, members: Iterable[int], work: Mapping[str, date | None], on: date
    ) -> dict[str, date]:
        """By code of stage or assignment, the last day on which evidence can come in.

        A stage closes with the last of the sessions that stand for it and serve these
        Members, supplementary ones too; not before it is known when that is. What is
        past is closed only where somebody wrote who was there.

        `work`: what closes on another day than everybody's, by code of assignment; None:
        not at all.
        """
        own = {**self.until, **work}
        found = {code: day for code, day in own.items() if day}
        standing: defaultdict[str, list[Held]] = defaultdict(list)
        for held in self.sessions.values():
            if held.serves(members):
                for code in held.stages:
                    standing[code].append(held)
        for code, sessions in standing.items():
            days = [held.last for held in sessions if held.last]
            written = all(held.written for held in sessions)
            if len(days) == len(sessions) and (written or max(days) >= on):
                found[code] = max(days)
        return found


@dataclass(frozen=True)
class _Row:
    """A session with one of its stages and one Member of its group, or an assignment.

    `written`: somebody wrote who was at the session; the assignment is open.
    """

    what: str
    cohort: int
    key: int
    uuid: UUID
    code: str
    code_of: int | None
    last: date | None
    precision: str
    days: int
    written: bool
    served: int | None


CUT = (
    *("what", "of_cohort", "pk", "uuid", "said", "said_of", "last", "last_known"),
    *("number", "written", "served"),
)


def plans_of(cohorts: Iterable[int]) -> defaultdict[int, Plan]:
    """The plan of each cohort (primary keys), in one query."""
    keys = set(cohorts)
    found: defaultdict[int, Plan] = defaultdict(Plan)
    for values in _sessions(keys).union(_assignments(keys), all=True):
        row = _Row(*values)
        _add(found[row.cohort], row)
    return found


def _add(plan: Plan, row: _Row) -> None:
    known = partial(row.last, row.precision)
    last = known.last if known else None
    if row.what == "assignment":
        plan.assignments[row.key] = row.code
        if row.written:
            plan.taken.add(row.code)
        if last:
            plan.until[row.code] = last
        return
    held = plan.sessions.setdefault(
        row.key, Held(str(row.uuid), row.days, last, bool(row.written))
    )
    if row.code_of == row.cohort and row.code not in held.stages:
        held.stages.append(row.code)
    if row.served is not None:
        held.served.add(row.served)


def _sessions(cohorts: set[int]) -> QuerySet[Any, Any]:
    own = SessionDay.objects.filter(session=OuterRef("pk")).order_by()
    days = own.values("session")
    written = Attendance.objects.filter(day__session=OuterRef("pk"))
    day = Value(Precision.DAY, output_field=CharField())
    known = Case(
        When(meets__isnull=False, then=day),
        When(ends_on__isnull=False, then=F("ends_precision")),
        default=F("starts_precision"),
        output_field=CharField(),
    )
    rows: QuerySet[Any, Any] = (
        Session.objects.filter(cohorts__in=cohorts)
        .annotate(
            what=Value("session", output_field=CharField()),
            of_cohort=F("cohorts"),
            said=Coalesce(F("stages__code"), Value("")),
            said_of=F("stages__cohort"),
            meets=Subquery(days.annotate(last=Max("day")).values("last")),
            last=Coalesce("meets", "ends_on", "starts_on"),
            last_known=known,
            number=Coalesce(Subquery(days.annotate(n=Count("pk")).values("n")), 0),
            written=Exists(written),
            served=F("group__members"),
        )
        .order_by()
        .values_list(*CUT)
    )
    return rows


def _assignments(cohorts: set[int]) -> QuerySet[Any, Any]:
    """Those that were given out; a draft asks nothing of anybody yet."""
    rows = Assignment.objects.filter(cohort__in=cohorts)
    nothing = Value(None, output_field=IntegerField())
    return (
        rows.exclude(state=Assignment.State.DRAFT)
        .annotate(
            what=Value("assignment", output_field=CharField()),
            of_cohort=F("cohort"),
            said=F("code"),
            said_of=nothing,
            last=Coalesce("late_until", "due_on"),
            last_known=Value(Precision.DAY, output_field=CharField()),
            number=Value(0),
            written=_is(state=Assignment.State.OPEN),
            served=nothing,
        )
        .order_by()
        .values_list(*CUT)
    )


def _is(**condition: Any) -> ExpressionWrapper[Any]:
    return ExpressionWrapper(Q(**condition), output_field=BooleanField())
