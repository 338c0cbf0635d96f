"""Reading people, accounts and roles."""

from datetime import date

from mwalimu.accounts.models import Account
from mwalimu.people.models import Person, RoleAssignment
from mwalimu.people.permissions import Grant


def person_of(account: Account) -> Person | None:
    """The person who signs in with that account."""
    found: Person | None = Person.objects.known().filter(account=account).first()
    return found


def assigned_grants(person: Person, on: date) -> frozenset[Grant]:
    """The roles that were assigned to a person and hold on a day."""
    rows = RoleAssignment.objects.valid_on(on).filter(person=person)
    return frozenset(
        Grant(role, member_id) for role, member_id in rows.values_list("role", "member")
    )
