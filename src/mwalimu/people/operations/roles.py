"""Roles with dates: assigned, ended, handed over. History is kept."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import (
    DERIVED_ROLES,
    ONE_AT_A_TIME,
    ROLES_OF_A_MEMBER,
    Person,
    Role,
    RoleAssignment,
)
from mwalimu.people.operations.refusals import NotAllowed, Problem, erased, refuse
from mwalimu.people.permissions import may_give_role
from mwalimu.people.queries import acting_viewer
from mwalimu.people.querysets import overlaps_q
from mwalimu.reference.models import Member

FIRST_YEAR = 2000  # no role of the programme is older


@transaction.atomic
def assign_role(
    person: Person,
    *,
    role: str,
    since: date,
    by: Actor,
    at: datetime,
    member: Member | None = None,
    until: date | None = None,
) -> RoleAssignment:
    """The person plays the role from a day on. Raises PeopleRefused, NotAllowed."""
    _require_authority(person, role, member, by, at)
    refuse(erased(person), _member(role, member), _dates(since, until))
    refuse(
        _twice(person, role, member, since, until), _taken(role, member, since, until)
    )
    row = RoleAssignment.objects.create(
        person=person,
        role=role,
        member=member,
        since=since,
        until=until,
        assigned_by=by,
    )
    after = {
        "role": role,
        "member": member.code if member else None,
        "since": since.isoformat(),
        "until": until.isoformat() if until else None,
    }
    record("assign_role", "person", person.uuid, by=by, at=at, after=after)
    return row


def _require_authority(
    person: Person, role: str, member: Member | None, by: Actor, at: datetime
) -> None:
    """Nobody gives a role to themselves, nor one they may not give."""
    if by.account_id is not None and by.account_id == person.account_id:
        raise NotAllowed(pgettext("refusal", "Nobody gives a role to themselves."))
    viewer = acting_viewer(by, at.date())
    if not may_give_role(viewer, role, member.pk if member else None):
        raise NotAllowed(pgettext("refusal", "You may not give or end this role."))


def _member(role: str, member: Member | None) -> Problem | None:
    if role in DERIVED_ROLES:
        text = pgettext(
            "refusal", "This role follows from seats and awards; it is not given."
        )
        return Problem("role", text)
    if role not in Role.values:
        return Problem("role", pgettext("refusal", "This role does not exist."))
    if role in ROLES_OF_A_MEMBER and member is None:
        return Problem(
            "member", pgettext("refusal", "Say for which Member this role is played.")
        )
    if role == Role.PROJECT_TEAM and member is not None:
        text = pgettext(
            "refusal", "The project team acts for no Member: leave this empty."
        )
        return Problem("member", text)
    return None


def _dates(since: date, until: date | None) -> Problem | None:
    if since.year < FIRST_YEAR:
        text = pgettext("refusal", "Write a first day of %(year)d or later.")
        return Problem("since", text % {"year": FIRST_YEAR})
    if until is not None and until < since:
        return Problem(
            "until", pgettext("refusal", "The last day is before the first day.")
        )
    return None


def _twice(
    person: Person, role: str, member: Member | None, since: date, until: date | None
) -> Problem | None:
    same = RoleAssignment.objects.filter(person=person, role=role, member=member)
    if not same.filter(overlaps_q(since, until)).exists():
        return None
    text = pgettext("refusal", "This person plays that role already in these days.")
    return Problem("role", text)


def _taken(
    role: str, member: Member | None, since: date, until: date | None
) -> Problem | None:
    if role not in ONE_AT_A_TIME:
        return None
    others = RoleAssignment.objects.filter(role=role, member=member)
    if not others.filter(overlaps_q(since, until)).exists():
        return None
    text = pgettext(
        "refusal", "Somebody plays this role in these days: hand it over instead."
    )
    return Problem("role", text)


@transaction.atomic
def end_role(
    row: RoleAssignment, *, on: date, by: Actor, at: datetime
) -> RoleAssignment:
    """The last day on which the role is played. Raises PeopleRefused, NotAllowed."""
    member_id = row.member_id
    if not may_give_role(acting_viewer(by, at.date()), row.role, member_id):
        raise NotAllowed(pgettext("refusal", "You may not give or end this role."))
    refuse(_end(row, on), _last_of_team(row, on))
    row.until = on
    row.save(update_fields=["until"])
    after = {"role": row.role, "until": on.isoformat()}
    record("end_role", "person", row.person.uuid, by=by, at=at, after=after)
    return row


def _end(row: RoleAssignment, on: date) -> Problem | None:
    if row.until is not None and row.until <= on:
        return Problem("until", pgettext("refusal", "This role has ended already."))
    if on < row.since:
        return Problem(
            "until", pgettext("refusal", "The last day is before the first day.")
        )
    return None


def _last_of_team(row: RoleAssignment, on: date) -> Problem | None:
    """Somebody must be able to run the programme, and to sign in, on the next day."""
    if row.role != Role.PROJECT_TEAM:
        return None
    team = RoleAssignment.objects.filter(role=Role.PROJECT_TEAM, until=None)
    able = team.filter(
        person__account__is_active=True, since__lte=on + timedelta(days=1)
    )
    if able.exclude(pk=row.pk).exists():
        return None
    text = pgettext(
        "refusal", "Nobody would be left on the project team: add another first."
    )
    return Problem("until", text)


@transaction.atomic
def hand_over(
    row: RoleAssignment, *, to: Person, on: date, by: Actor, at: datetime
) -> RoleAssignment:
    """`to` plays the role from `on`; the predecessor's last day is the day before."""
    if to.pk == row.person_id:
        text = pgettext(
            "refusal", "Choose another person: this one plays the role now."
        )
        refuse(Problem("to", text))
    if on <= row.since:
        text = pgettext(
            "refusal", "The successor takes over after the first day of the role."
        )
        refuse(Problem("since", text))
    refuse(_end(row, on - timedelta(days=1)))
    _require_authority(to, row.role, row.member, by, at)
    row.until = on - timedelta(days=1)
    row.save(update_fields=["until"])
    heir = assign_role(to, role=row.role, member=row.member, since=on, by=by, at=at)
    row.handed_to = heir
    row.save(update_fields=["handed_to"])
    after = {"role": row.role, "to": str(to.uuid), "on": on.isoformat()}
    record("hand_over", "person", row.person.uuid, by=by, at=at, after=after)
    return heir
