"""Reading people, accounts and roles."""

from datetime import date

from mwalimu.accounts.models import Account, Actor
from mwalimu.people.models import Person, Role, RoleAssignment
from mwalimu.people.permissions import OPERATOR, PUBLIC, Grant, Viewer


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


def acting_viewer(by: Actor, on: date) -> Viewer:
    """The roles in which an actor acts: those they were assigned on that day.

    The system, and an import that nobody in particular started, act as the operator of
    the instance. An import acts with the roles of whoever started it.
    """
    if by.kind == Actor.Kind.IMPORT and by.on_behalf_of is not None:
        return acting_viewer(by.on_behalf_of, on)
    if by.kind in (Actor.Kind.SYSTEM, Actor.Kind.IMPORT):
        return OPERATOR
    if by.account is None:
        return PUBLIC
    person = person_of(by.account)
    if person is None:
        return Viewer(account_id=by.account.pk)
    grants = assigned_grants(person, on)
    return Viewer(account_id=by.account.pk, person_id=person.pk, grants=grants)


def holds_last_team_role(person: Person, on: date) -> bool:
    """Nobody else on the project team could sign in on that day."""
    team = RoleAssignment.objects.valid_on(on).filter(role=Role.PROJECT_TEAM)
    if not team.filter(person=person).exists():
        return False
    others = team.exclude(person=person).filter(until=None)
    return not others.filter(person__account__is_active=True).exists()
