"""Who is expected at a session: the holders of the seats, and the guests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.people.querysets import overlaps_q
from mwalimu.programmes.models import Holding, Session, SessionGuest
from mwalimu.programmes.permissions import participants_visible_to
from mwalimu.reference.models import Member


@dataclass(frozen=True)
class Participant:
    """Somebody expected at a session; `member` is None for a guest of no Member."""

    person: Person
    member: Member | None
    guest: bool = False
    reason: str = ""


def seat_holders_at(session: Session) -> list[Participant]:
    """The holders of seats of the session's cohorts on its days, each person once.

    A session group with Members narrows them to the people of these Members.
    """
    first, last = period(session)
    if first is None:
        return []
    rows = Holding.objects.filter(seat__cohort__in=session.cohorts.all())
    rows = rows.filter(overlaps_q(first, last), person__erased_at=None)
    if session.group is not None and session.group.members.exists():
        rows = rows.filter(seat__member__in=session.group.members.all())
    rows = rows.select_related("person", "seat__member")
    found = {}
    for row in rows.order_by("seat__member__code", "person__name", "pk"):
        found[row.person_id] = Participant(row.person, row.seat.member)
    return list(found.values())


def period(session: Session) -> tuple[date | None, date]:
    """The first and the last possible day of a session."""
    starts, ends = session.starts, session.ends
    if starts is None:
        return None, date.max
    return starts.first, (ends or starts).last


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


def participants_for(viewer: Viewer, session: Session) -> list[Participant]:
    """Those of them whom the viewer may see."""
    return visible(viewer, session, participants_at(session))


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
