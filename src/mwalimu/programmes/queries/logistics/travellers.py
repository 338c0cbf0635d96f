"""Who comes to a session, or was to come and something is arranged for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from mwalimu.people.models import Affiliation, Person
from mwalimu.programmes.engine.logistics import ASKED, DONE
from mwalimu.programmes.models import Arrangement, Holding, Session, SessionExpert
from mwalimu.programmes.queries.seats import expected_at
from mwalimu.reference.models import Member

Key = tuple[int | None, int | None]  # of a person, or of an expert who is a name


class Part(StrEnum):
    """Why somebody stands on the board."""

    SEAT = "seat"
    GUEST = "guest"
    EXPERT = "expert"
    FORMER = "former"


@dataclass(frozen=True)
class Traveller:
    """A row of the board. `expert` is set where no person is recorded behind the name."""

    uuid: UUID
    name: str
    part: Part
    member: Member | None = None
    person: Person | None = None
    expert: SessionExpert | None = None
    holding: Holding | None = None

    @property
    def key(self) -> Key:
        """By which arrangements are found."""
        expert = self.expert.pk if self.expert else None
        return (self.person.pk if self.person else None, expert)

    @property
    def member_key(self) -> int | None:
        """The Member as a primary key."""
        return self.member.pk if self.member else None


def arrangements_by_key(session: Session) -> dict[Key, dict[str, Arrangement]]:
    """What is arranged, by traveller and step. One query."""
    found: dict[Key, dict[str, Arrangement]] = {}
    for row in session.arrangements.select_related("person"):
        found.setdefault((row.person_id, row.expert_id), {})[row.step] = row
    return found


def travellers_at(
    session: Session, arranged: dict[Key, dict[str, Arrangement]]
) -> list[Traveller]:
    """Holders of seats by Member and name, guests, experts; last whoever comes no longer
    and has something booked that somebody must undo. Nobody twice. Four queries.
    """
    found = [_of_seat(row) for row in expected_at(session) if not row.person.erased_at]
    found.sort(key=lambda row: (_code(row.member), row.name, row.uuid))
    others = [*_guests(session), *_experts(session)]
    known = {row.key for row in found + others}
    others += [
        Traveller(row.uuid, row.name, Part.FORMER, person=row)
        for row in _people_of(arranged, known)
    ]
    members = _employers(row.person.pk for row in others if row.person)
    seen = {row.key for row in found}
    for row in others:
        if row.key not in seen:
            seen.add(row.key)
            found.append(_with_member(row, members))
    return found


def _of_seat(row: Holding) -> Traveller:
    person = row.person
    return Traveller(
        person.uuid, person.name, Part.SEAT, row.seat.member, person, holding=row
    )


def _guests(session: Session) -> list[Traveller]:
    rows = session.guests.filter(person__erased_at=None).select_related("person")
    people = [row.person for row in rows.order_by("person__name", "pk")]
    return [Traveller(row.uuid, row.name, Part.GUEST, person=row) for row in people]


def _experts(session: Session) -> list[Traveller]:
    found = []
    for row in session.experts.select_related("person"):
        if row.person is None and row.name:
            found.append(Traveller(row.uuid, row.name, Part.EXPERT, expert=row))
        elif row.person is not None and row.person.erased_at is None:
            person = row.person
            found.append(
                Traveller(person.uuid, person.name, Part.EXPERT, person=person)
            )
    return found


def _people_of(
    arranged: dict[Key, dict[str, Arrangement]], known: set[Key]
) -> list[Person]:
    """Persons for whom something was asked or done, and who are not among `known`."""
    found = []
    for key, steps in arranged.items():
        begun = any(row.state in (ASKED, DONE) for row in steps.values())
        person = next(iter(steps.values())).person
        if begun and key not in known and person is not None:
            found.append(person)
    return found


def _employers(people: Iterable[int]) -> dict[int, Member]:
    """The Member for which each of them works; nobody without one."""
    keys = list(people)
    if not keys:
        return {}
    rows = Affiliation.objects.filter(
        person__in=keys, until=None, member__isnull=False
    ).select_related("member")
    return {row.person_id: row.member for row in rows.order_by("-pk") if row.member}


def _with_member(row: Traveller, members: dict[int, Member]) -> Traveller:
    if row.person is None:
        return row
    return Traveller(
        row.uuid, row.name, row.part, members.get(row.person.pk), row.person
    )


def _code(member: Member | None) -> str:
    return member.code if member else ""
