"""The evaluation of a session: who is asked, who waits, what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet, Value

from mwalimu.forms.models import Question, Round
from mwalimu.forms.queries.results import (
    Results,
    people_who_answered,
    results_of,
    rounds_answered_by,
)
from mwalimu.forms.querysets import open_at_q
from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.deadlines import day_in
from mwalimu.programmes.models import (
    Activity,
    Attendance,
    Evaluation,
    ExtraEvent,
    Invitation,
    Session,
    SessionDecision,
)
from mwalimu.programmes.permissions import (
    evaluations_asking,
    evaluations_to_answer,
    may_run_evaluations,
    session_decisions_visible_to,
)
from mwalimu.programmes.permissions.evaluations import STANDS, THERE
from mwalimu.programmes.queries.seats import expected_at

NOON = time(12)


class Standing(StrEnum):
    """Whether an evaluation takes answers."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Turnout:
    """The evaluation of a session: its days where the session is held, and how many
    answered of those who are asked.
    """

    evaluation: Evaluation
    standing: Standing
    opens_on: date
    closes_on: date
    answered: int
    asked: int


def evaluation_of(session: Session) -> Evaluation | None:
    """The evaluation of a session, with the form that it uses."""
    rows = Evaluation.objects.filter(session=session)
    return rows.select_related("session__host", "round__edition__question_set").first()


def turnout_of(evaluation: Evaluation, at: datetime) -> Turnout:
    """How many answered, for everybody who works on the session. Three queries."""
    answered = people_who_answered(evaluation.round)
    asked = len(asked_at(evaluation.session))
    opens_on, closes_on = days_of(evaluation)
    standing = standing_of(evaluation.round, at)
    return Turnout(
        evaluation, standing, opens_on, closes_on, answered, max(asked, answered)
    )


def standing_of(row: Round, at: datetime) -> Standing:
    """Whether a round takes answers at an instant."""
    if at < row.opens_at:
        return Standing.PLANNED
    return Standing.OPEN if at < row.closes_at else Standing.CLOSED


def days_of(evaluation: Evaluation) -> tuple[date, date]:
    """The first and the last day on which it takes answers, where it is held."""
    host, row = evaluation.session.host, evaluation.round
    zone = host.time_zone if host else ""
    last = max(row.closes_at - timedelta(microseconds=1), row.opens_at)
    return day_in(row.opens_at, zone), day_in(last, zone)


def asked_at(session: Session) -> frozenset[int]:
    """The persons (primary keys) who are asked about a session. Two queries.

    The same rule as `permissions.evaluations_asking`, asked the other way round.
    """
    expected = {row.person_id for row in expected_at(session) if not _gone(row.person)}
    found: dict[str, set[int]] = {}
    for person, said in _said_of_people(session):
        found.setdefault(said, set()).add(person)
    there = set().union(*(found.get(mark, set()) for mark in THERE))
    marks = Attendance.Presence.values
    written = set().union(*(found.get(mark, set()) for mark in marks))
    invited = set().union(*(found.get(state, set()) for state in STANDS))
    declined = found.get(Invitation.State.DECLINED, set())
    come = expected | invited | found.get("guest", set())
    return frozenset(there | (come - written - declined))


def _gone(person: Person) -> bool:
    return person.erased_at is not None


def _said_of_people(session: Session) -> QuerySet[Any, Any]:
    """What is recorded of each person besides their seat, in one query."""
    known: dict[str, Any] = {"person__erased_at": None}
    guests = session.guests.filter(**known).annotate(said=Value("guest"))
    mails = session.invitations.filter(**known)
    marks = Attendance.objects.filter(day__session=session, **known)
    return guests.values_list("person", "said").union(
        mails.values_list("person", "state"), marks.values_list("person", "presence")
    )


def results_for(viewer: Viewer, turnout: Turnout, at: datetime) -> Results | None:
    """What was answered, for the project team; None for everybody else."""
    if not may_run_evaluations(viewer):
        return None
    return results_of(turnout.evaluation.round, at, turnout.answered)


def questions_about(viewer: Viewer, session: Session) -> list[Question]:
    """What is asked about a session, for the project team."""
    found = evaluation_of(session) if may_run_evaluations(viewer) else None
    return list(found.round.edition.questions.all()) if found else []


def decisions_of(viewer: Viewer, session: Session) -> list[SessionDecision]:
    """The decisions on a session that a viewer may read, with what follows from them."""
    rows = session_decisions_visible_to(viewer).filter(session=session)
    return list(_with_extras(rows))


def _with_extras(rows: QuerySet[SessionDecision]) -> QuerySet[SessionDecision]:
    extras = ExtraEvent.objects.select_related(
        "activity__programme", "session__programme", "session__host"
    )
    shown = rows.select_related("question", "session__programme__project")
    return shown.prefetch_related(Prefetch("extra_events", extras))


def decision_at(viewer: Viewer, session: Session, uuid: UUID) -> SessionDecision | None:
    """A decision on a session that the viewer may read."""
    rows = session_decisions_visible_to(viewer).filter(session=session, uuid=uuid)
    return _with_extras(rows).first()


def origin_of(viewer: Viewer, event: Session | Activity) -> SessionDecision | None:
    """The decision that a session or an activity follows from, if the viewer reads it."""
    which = {"session" if isinstance(event, Session) else "activity": event}
    extra = ExtraEvent.objects.filter(**which).values("decision")
    rows = session_decisions_visible_to(viewer).filter(pk__in=extra)
    return rows.select_related("session__host").first()


def own_evaluation(viewer: Viewer, session: UUID, at: datetime) -> Evaluation | None:
    """The evaluation of a session about which the viewer is asked, once it is open."""
    rows = evaluations_to_answer(viewer).filter(
        session__uuid=session, round__opens_at__lte=at
    )
    return rows.select_related(
        "session__host", "session__programme", "round__edition__question_set"
    ).first()


def waiting_for(
    viewer: Viewer, at: datetime, own: Iterable[Session] | None = None
) -> list[Evaluation]:
    """Open evaluations that the viewer has not answered, the first to close first.

    `own` spares a query where all sessions at which they are expected are at hand.
    """
    expected = None if own is None else Q(pk__in=[each.pk for each in own])
    return _waiting(evaluations_to_answer(viewer, expected), viewer.person_id, at)


def waiting_at(viewer: Viewer, session: Session, at: datetime) -> list[Evaluation]:
    """The same for a session at which the viewer is expected: one, or none."""
    rows = evaluations_to_answer(viewer, Q(pk=session.pk)).filter(session=session)
    return _waiting(rows, viewer.person_id, at)


def evaluations_waiting_for(person: Person, on: date) -> list[Evaluation]:
    """Evaluations open that day (at noon, UTC) that a person has not answered.

    With the session and its host, the first to close first; for reminders. Sessions of
    programmes that are being prepared stay out.
    """
    asking = evaluations_asking(person.pk).exclude(
        session__programme__status="prepared"
    )
    return _waiting(asking, person.pk, datetime.combine(on, NOON, UTC))


def _waiting(
    rows: QuerySet[Evaluation], person: int | None, at: datetime
) -> list[Evaluation]:
    is_open: Q = open_at_q(at, "round__")
    unanswered = rows.filter(is_open).exclude(round__in=rounds_answered_by(person))
    shown = unanswered.select_related("session__host", "session__programme", "round")
    return list(shown.order_by("round__closes_at", "pk"))


def evaluations_answered_by(person: Person) -> list[dict[str, Any]]:
    """That a person answered, for themselves, as plain data; what is known to nobody."""
    rows = Evaluation.objects.filter(round__in=rounds_answered_by(person.pk))
    return [
        {"session": str(uuid), "answered": True}
        for uuid in rows.order_by("pk").values_list("session__uuid", flat=True)
    ]
