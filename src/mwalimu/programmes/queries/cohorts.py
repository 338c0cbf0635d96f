"""Cohorts in the workspace: the list, and one cohort's plan beside what took place."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.meeting_days import worth
from mwalimu.programmes.models import (
    Attendance,
    Cohort,
    Holding,
    Programme,
    Session,
    Stage,
)
from mwalimu.programmes.permissions import cohorts_visible_to, sessions_visible_to
from mwalimu.programmes.queries.seats import SeatCounts, seat_counts
from mwalimu.programmes.queries.sessions.attendance import days_within
from mwalimu.programmes.querysets import DatedEventQuerySet

ORDER = (
    Programme.Status.RUNNING,
    Programme.Status.PREPARED,
    Programme.Status.CONCLUDED,
)


@dataclass(frozen=True)
class CohortLine:
    """A cohort in the list: its seats, and the sessions before and after a day."""

    cohort: Cohort
    counts: SeatCounts
    latest: Session | None
    coming: Session | None


@dataclass(frozen=True)
class HeldSession:
    """A session as this cohort knows it.

    `session.participants` is what the source reports of the whole session. `attended`
    counts everybody who was there on one day at least, of those of whom something is
    `written`; None where nothing is: not known. `own` is the same of this cohort's people.
    """

    session: Session
    written: int | None = None
    attended: int | None = None
    own: int | None = None

    @property
    def days_known(self) -> bool:
        """Its first and its last day are known."""
        return bool(days_within(self.session))


@dataclass(frozen=True)
class PlanStep:
    """A stage of the plan, and the sessions that stand for it."""

    stage: Stage
    held: tuple[HeldSession, ...]


@dataclass(frozen=True)
class CohortPlan:
    """The steps of a cohort, and the sessions that belong to none of them."""

    steps: tuple[PlanStep, ...]
    besides: tuple[HeldSession, ...]

    @property
    def sessions(self) -> list[Session]:
        """Every session of the cohort, each once."""
        found = {
            row.session.pk: row.session for step in self.steps for row in step.held
        }
        found |= {row.session.pk: row.session for row in self.besides}
        return list(found.values())

    def coming(self, day: date) -> Session | None:
        """The next session that starts on a day or later."""
        return next(iter(_by_date(self.sessions, day)[1]), None)


def cohort_at(viewer: Viewer, code: str) -> Cohort | None:
    """The cohort with that code, if the viewer may open it."""
    rows = cohorts_visible_to(viewer).select_related("programme")
    return rows.prefetch_related("topics").filter(code=code).first()


def cohorts_for_list(viewer: Viewer, day: date) -> list[CohortLine]:
    """Cohorts that the viewer may open: running programmes first, then by code.

    The viewer's own part of the seats where they see a part only. Five queries.
    """
    rows = cohorts_visible_to(viewer).select_related("programme")
    found = list(rows.prefetch_related("topics").order_by("code"))
    found.sort(key=lambda row: ORDER.index(row.programme.status))
    counts = seat_counts(viewer, found, day)
    held = _sessions_of(viewer, [cohort.pk for cohort in found])
    lines = []
    for cohort in found:
        past, ahead = _by_date(held[cohort.pk], day)
        lines.append(
            CohortLine(
                cohort,
                counts[cohort.pk],
                past[-1] if past else None,
                ahead[0] if ahead else None,
            )
        )
    return lines


def _sessions_of(viewer: Viewer, cohorts: list[int]) -> dict[int, list[Session]]:
    links = Session.cohorts.through.objects.filter(cohort__in=cohorts)
    pairs = list(links.values_list("cohort", "session"))
    rows = sessions_visible_to(viewer).filter(pk__in={session for _, session in pairs})
    by_key = {row.pk: row for row in rows}
    found: defaultdict[int, list[Session]] = defaultdict(list)
    for cohort, session in pairs:
        if session in by_key:
            found[cohort].append(by_key[session])
    return found


def _by_date(
    sessions: Iterable[Session], day: date
) -> tuple[list[Session], list[Session]]:
    """Those that began before a day, and those from then on; undated ones in neither."""
    dated = sorted(
        ((row.starts_on, row.pk, row) for row in sessions if row.starts_on),
        key=lambda entry: entry[:2],
    )
    past = [row for starts, _, row in dated if starts < day]
    return past, [row for _, _, row in dated[len(past) :]]


def cohort_plan(cohort: Cohort, viewer: Viewer) -> CohortPlan:
    """The plan of a cohort with what took place, and who was there. Seven queries."""
    stages = list(cohort.stages.order_by("position"))
    sessions: DatedEventQuerySet = sessions_visible_to(viewer).filter(cohorts=cohort)
    rows = list(sessions.select_related("host", "group").chronological())
    links = Session.stages.through.objects.filter(
        session__in=[row.pk for row in rows], stage__cohort=cohort
    )
    stands_for: defaultdict[int, set[int]] = defaultdict(set)
    for stage, session in links.values_list("stage", "session"):
        stands_for[stage].add(session)
    held = _counted(cohort, rows)
    placed: set[int] = set().union(*stands_for.values())
    return CohortPlan(
        tuple(
            PlanStep(
                stage, tuple(r for r in held if r.session.pk in stands_for[stage.pk])
            )
            for stage in stages
        ),
        tuple(row for row in held if row.session.pk not in placed),
    )


def _counted(cohort: Cohort, sessions: list[Session]) -> list[HeldSession]:
    people = Holding.objects.filter(seat__cohort=cohort).values_list(
        "person", flat=True
    )
    own = set(people)
    written: defaultdict[int, set[int]] = defaultdict(set)
    there: defaultdict[int, set[int]] = defaultdict(set)
    rows = Attendance.objects.filter(day__session__in=[row.pk for row in sessions])
    for session, person, presence in rows.values_list(
        "day__session", "person", "presence"
    ):
        written[session].add(person)
        if worth([presence]):
            there[session].add(person)
    return [
        HeldSession(
            row, len(written[row.pk]), len(there[row.pk]), len(there[row.pk] & own)
        )
        if row.pk in written
        else HeldSession(row)
        for row in sessions
    ]


def members_of(cohort: Cohort) -> QuerySet[Any]:
    """The Members that take part in a cohort, by code."""
    return cohort.members.order_by("code")
