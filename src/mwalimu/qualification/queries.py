"""Judgements from awards."""

from datetime import date

from mwalimu.people.models import Person, Role
from mwalimu.people.permissions import Grant
from mwalimu.qualification.models import Award


def derived_grants(person: Person, on: date) -> frozenset[Grant]:
    """Roles that follow from awards: Master Trainer, for the Member of the award."""
    members = Award.objects.valid_on(on).filter(person=person).values_list("member")
    return frozenset(Grant(Role.MASTER_TRAINER, member) for (member,) in members)
