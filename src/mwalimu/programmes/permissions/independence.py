"""Nobody judges themselves, or somebody of their own administration."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mwalimu.people.models import Affiliation, Person, RoleAssignment
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Holding


def administrations_of(people: Iterable[int], on: date) -> dict[int, frozenset[int]]:
    """For each person (primary keys) the Members near to them: for which they work or
    play a role that day, and those of every seat that they hold or held. One query.
    """
    keys = list(people)
    work = Affiliation.objects.valid_on(on).filter(person__in=keys)
    roles = RoleAssignment.objects.valid_on(on).filter(person__in=keys)
    seats = Holding.objects.filter(person__in=keys)
    rows = work.values_list("person", "member").union(
        roles.values_list("person", "member"),
        seats.values_list("person", "seat__member"),
    )
    found: dict[int, set[int]] = defaultdict(set)
    for person, member in rows:
        if member is not None:
            found[person].add(member)
    return {key: frozenset(found[key]) for key in keys}


def near_to(viewer: Viewer, on: date) -> list[QuerySet[Any, Any]]:
    """Keys of the persons whom a viewer may not judge, in parts."""
    own = Person.objects.filter(pk__in=[viewer.person_id])
    if viewer.person_id is None:
        return [own.values("pk")]
    members = administrations_of([viewer.person_id], on)[viewer.person_id]
    work = Affiliation.objects.valid_on(on).filter(member__in=members)
    seats = Holding.objects.filter(seat__member__in=members)
    return [own.values("pk"), work.values("person"), seats.values("person")]


def is_independent(viewer: Viewer, person: Person, on: date) -> bool:
    """The viewer is neither that person nor of an administration of theirs."""
    if viewer.person_id is None or viewer.person_id == person.pk:
        return False
    near = administrations_of([viewer.person_id, person.pk], on)
    return near[viewer.person_id].isdisjoint(near[person.pk])


def strangers_to(person: Person, people: Sequence[Person], on: date) -> list[Person]:
    """Those of the people who may judge the person."""
    near = administrations_of([person.pk, *(each.pk for each in people)], on)
    return [
        each
        for each in people
        if each.pk != person.pk and near[each.pk].isdisjoint(near[person.pk])
    ]
