"""Who is invited, who answered, and what is still to be sent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Invitation, Session


def invitations_by_person(
    session: Session, people: Iterable[int]
) -> dict[int, Invitation]:
    """The invitations of these persons (primary keys), who were cut to the viewer."""
    rows = session.invitations.filter(person__in=list(people))
    return {row.person_id: row for row in rows}


@dataclass(frozen=True)
class Answers:
    """How the invited answered, counted."""

    to_send: int
    waiting: int
    coming: int
    declined: int


def answers(invitations: dict[int, Invitation], expected: int) -> Answers:
    """The counts for so many expected; whoever has no invitation is still to be asked."""
    State = Invitation.State
    counts = Counter(row.state for row in invitations.values())
    asked = counts[State.SENT], counts[State.ACCEPTED], counts[State.DECLINED]
    return Answers(max(expected - sum(asked), 0), *asked)


def own_invitation(viewer: Viewer, session: Session) -> Invitation | None:
    """The viewer's own invitation to a session."""
    rows = Invitation.objects.filter(session=session, person=viewer.person_id)
    return rows.select_related("session__host").first()
