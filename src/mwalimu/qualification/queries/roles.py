"""The roles of a person: assigned, and those that follow from awards and seats."""

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
