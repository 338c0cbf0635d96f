"""Who is asked about a session, who reads what was answered, and who decides on it.

Whoever was expected at a session, was invited and did not decline, or was there is asked
about it; whoever the attendance says was never there is not. The project team reads the
results and decides. Whoever works on the session besides (host organisers, coordinators,
heads of Customs) reads how many answered, what was decided, and what became of it; neither
why, nor any answer.
"""

from django.db.models import Q, QuerySet

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Attendance,
    Evaluation,
    Invitation,
    Session,
    SessionDecision,
)
from mwalimu.programmes.permissions.programmes import may_edit, sessions_visible_to
from mwalimu.programmes.permissions.sessions import (
    expected_q,
    workspaces_visible_to,
)

THERE = ("present", "part", "online")
State = Invitation.State
STANDS = (State.SENT, State.ACCEPTED)


def may_run_evaluations(viewer: Viewer) -> bool:
    """The project team opens and closes evaluations, reads results, and decides."""
    return may_edit(viewer)


def evaluations_asking(
    person: int | None, expected: Q | None = None
) -> QuerySet[Evaluation]:
    """Evaluations of the sessions about which a person (primary key) is asked.

    The same rule as `queries.evaluations.asked_at`, asked the other way round.
    `expected` says at which sessions they are expected, where that is at hand; else
    their seats are asked for.
    """
    if person is None:
        return Evaluation.objects.none()
    written = Attendance.objects.filter(person=person)
    there = written.filter(presence__in=THERE).values("day__session")
    mails = Invitation.objects.filter(person=person)
    invited = mails.filter(state__in=STANDS).values("session")
    declined = mails.filter(state=State.DECLINED).values("session")
    comes = (expected or expected_q(person)) | Q(pk__in=invited)
    comes &= ~Q(pk__in=written.values("day__session")) & ~Q(pk__in=declined)
    asked = Session.objects.filter(Q(pk__in=there) | comes, cancelled_at=None)
    return Evaluation.objects.filter(session__in=asked.values("pk"))


def evaluations_to_answer(
    viewer: Viewer, expected: Q | None = None
) -> QuerySet[Evaluation]:
    """Evaluations that a viewer may answer, of sessions that they may know of."""
    known = sessions_visible_to(viewer).values("pk")
    return evaluations_asking(viewer.person_id, expected).filter(session__in=known)


def session_decisions_visible_to(viewer: Viewer) -> QuerySet[SessionDecision]:
    """Decisions on the sessions whose working pages a viewer may open."""
    return SessionDecision.objects.filter(
        session__in=workspaces_visible_to(viewer).values("pk")
    )
