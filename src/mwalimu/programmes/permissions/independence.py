"""Nobody judges themselves, or somebody of their own administration."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mwalimu.people.models import Affiliation, Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Holding


def members_of(person: int, on: date) -> frozenset[int]:
    """The administrations (Members) a person works for that day, or holds a seat of."""
    work = Affiliation.objects.valid_on(on).filter(person=person, member__isnull=False)
    seats = Holding.objects.filter(person=person)
    rows = work.values_list("member").union(seats.values_list("seat__member"))
    return frozenset(key for (key,) in rows)


def administrations(viewer: Viewer, on: date) -> frozenset[int]:
    """The administrations of a viewer: where they work, and for which they play a role."""
    roles = {grant.member_id for grant in viewer.grants if grant.member_id is not None}
    own = members_of(viewer.person_id, on) if viewer.person_id is not None else ()
    return frozenset(roles).union(own)


def near_to(viewer: Viewer, on: date) -> list[QuerySet[Any, Any]]:
    """Keys of the persons whom a viewer may not judge, in parts: see `independent`."""
    members = administrations(viewer, on)
    work = Affiliation.objects.valid_on(on).filter(member__in=members)
    seats = Holding.objects.filter(seat__member__in=members)
    own = Person.objects.filter(pk__in=[viewer.person_id])
    return [own.values("pk"), work.values("person"), seats.values("person")]


def is_independent(viewer: Viewer, person: Person, on: date) -> bool:
    """The viewer is neither that person nor of an administration of theirs."""
    if viewer.person_id is None or viewer.person_id == person.pk:
        return False
    return administrations(viewer, on).isdisjoint(members_of(person.pk, on))
