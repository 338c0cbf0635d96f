"""The first columns of the board: they follow from letters and seats, and are not typed."""

from dataclasses import dataclass, field

from django.db.models import Q

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Letter, LetterKind, Session
from mwalimu.programmes.permissions import letters_visible_to
from mwalimu.programmes.queries.logistics.travellers import Part, Traveller
from mwalimu.programmes.queries.logistics.vacancies import about_names_q


@dataclass(frozen=True)
class Sent:
    """Letters that went out: invitations to the session, and requests for a name."""

    invitations: dict[tuple[int, int | None], Letter] = field(default_factory=dict)
    names: set[tuple[int, int]] = field(default_factory=set)

    def to(self, row: Traveller) -> Letter | None:
        """The invitation of a person, or the one to their Member."""
        return self.to_member(row.member_key, row.person.pk if row.person else None)

    def to_member(self, member: int | None, person: int | None = None) -> Letter | None:
        """The invitation about a person, else the one about nobody in particular."""
        if member is None:
            return None
        own = self.invitations.get((member, person))
        return own or self.invitations.get((member, None))


def letters_sent(viewer: Viewer, session: Session) -> Sent:
    """What the viewer may read of it. One query; the latest letter counts."""
    rows = letters_visible_to(viewer).standing().filter(direction="out")
    about = Q(session=session, kind=LetterKind.INVITATION) | about_names_q(session)
    found = Sent()
    for row in rows.filter(about).order_by("issued_at", "pk"):
        if row.kind == LetterKind.INVITATION and row.session_id == session.pk:
            found.invitations[row.member_id, row.person_id] = row
        elif row.cohort_id is not None:
            found.names.add((row.cohort_id, row.member_id))
    return found


def needs_letter(row: Traveller) -> bool:
    """Members act by letter: only for those whom they send is one written."""
    return row.part == Part.SEAT
