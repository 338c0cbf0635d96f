"""The roles of a person: assigned, and those that follow from awards and seats."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import CharField, QuerySet, Value

from mwalimu.people.models import Person, Role, RoleAssignment
from mwalimu.people.permissions import Grant
from mwalimu.programmes.models import Holding
from mwalimu.qualification.models import Accreditation, Award


def all_grants(person: Person, on: date) -> frozenset[Grant]:
    """Assigned and derived roles of a person on a day, in one query.

    Master Trainer follows from an award, WG member from a seat.
    """
    assigned = RoleAssignment.objects.valid_on(on).filter(person=person)
    awards = Award.objects.valid_on(on).filter(person=person)
    seats = Holding.objects.on(on).filter(person=person)
    rows = assigned.values_list("role", "member").union(
        awards.values_list(_said(Role.MASTER_TRAINER), "member"),
        seats.values_list(_said(Role.CANDIDATE), "seat__member"),
    )
    return frozenset(Grant(role, member) for role, member in rows)


def everybodys_grants(on: date) -> dict[int, frozenset[Grant]]:
    """For each person (primary key) who plays one, their roles as `all_grants` finds
    them, in one query.
    """
    assigned = RoleAssignment.objects.valid_on(on)
    awards = Award.objects.valid_on(on)
    seats = Holding.objects.on(on)
    rows = assigned.values_list("person", "role", "member").union(
        awards.values_list("person", _said(Role.MASTER_TRAINER), "member"),
        seats.values_list("person", _said(Role.CANDIDATE), "seat__member"),
    )
    found: defaultdict[int, set[Grant]] = defaultdict(set)
    for person, role, member in rows:
        found[person].add(Grant(role, member))
    return {person: frozenset(grants) for person, grants in found.items()}


def in_the_programme_since(day: date) -> QuerySet[Any, Any]:
    """Keys of the persons who hold an award or a seat, or did on that day or later, or
    are on the path to an accreditation.
    """
    awarded = Award.objects.exclude(ended_on__lt=day).values("person")
    seated = Holding.objects.exclude(until__lt=day).values("person")
    paths = Accreditation.objects.exclude(closed_on__lt=day).values("person")
    return awarded.union(seated, paths)


def _said(role: Role) -> Value:
    return Value(role.value, output_field=CharField())
