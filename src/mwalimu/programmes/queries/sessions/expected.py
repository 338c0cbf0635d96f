"""Who is expected at a session: the holders of the seats, and the guests."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Holding, Session, SessionGuest
from mwalimu.programmes.permissions import participants_visible_to
from mwalimu.programmes.queries.seats import expected_at
from mwalimu.reference.models import Member


@dataclass(frozen=True)
class Participant:
    """Somebody expected at a session; `member` is None for a guest of no Member."""

    person: Person
    member: Member | None
    guest: bool = False
    reason: str = ""


def seat_holders_at(session: Session) -> list[Participant]:
    """The holders of seats who are expected, each person once, by Member and name."""
    found = [
        Participant(row.person, row.seat.member)
        for row in expected_at(session)
        if row.person.erased_at is None
    ]
    return sorted(found, key=_by_member_and_name)


def _by_member_and_name(row: Participant) -> tuple[str, str, int]:
    return row.member.code if row.member else "", row.person.name, row.person.pk


def guests_at(session: Session) -> list[Participant]:
    """Those who sit in, by name, with the Member that they work for."""
    rows = session.guests.filter(person__erased_at=None).select_related("person")
    rows = rows.prefetch_related("person__affiliations__member")
    return [
        Participant(row.person, _employer(row), guest=True, reason=row.reason)
        for row in rows.order_by("person__name", "pk")
    ]


def _employer(guest: SessionGuest) -> Member | None:
    work = [row for row in guest.person.affiliations.all() if row.until is None]
    return next((row.member for row in work if row.member), None)


def participants_at(session: Session) -> list[Participant]:
    """Everybody expected at a session, guests last, nobody twice."""
    holders = seat_holders_at(session)
    known = {row.person.pk for row in holders}
    return holders + [row for row in guests_at(session) if row.person.pk not in known]


def formerly_at(session: Session, people: Iterable[int]) -> list[Participant]:
    """These persons (primary keys) with the Member whose seat they once held."""
    keys = list(people)
    if not keys:
        return []
    rows = Holding.objects.filter(
        person__in=keys, seat__cohort__in=session.cohorts.all()
    )
    held = {
        row.person_id: row.seat.member for row in rows.select_related("seat__member")
    }
    known = Person.objects.known().filter(pk__in=keys).order_by("name", "pk")
    return [Participant(person, held.get(person.pk)) for person in known]


def visible(
    viewer: Viewer, session: Session, rows: Iterable[Participant]
) -> list[Participant]:
    """Those whom the viewer may see at this session."""
    members = participants_visible_to(viewer, session)
    return [row for row in rows if members is None or member_key(row) in members]


def member_key(row: Participant) -> int | None:
    """The Member of a participant as a primary key."""
    return row.member.pk if row.member else None


def guest_at(session: Session, person: UUID) -> SessionGuest | None:
    """A guest of the session, by the public id of the person."""
    rows = session.guests.filter(person__uuid=person)
    return rows.select_related("person", "session").first()
