"""Roles have dates, authority, and successors."""

from datetime import date

import pytest

from mwalimu.people.models import Role, RoleAssignment
from mwalimu.people.operations import (
    NotAllowed,
    PeopleRefused,
    assign_role,
    end_role,
    hand_over,
)
from mwalimu.people.queries import assigned_grants
from tests.cast import AT, cast, make_person

DAY = date(2024, 1, 1)


@pytest.fixture
def officer(system, kenya):
    return make_person("Grace Wanjiru", system, kenya)


@pytest.fixture
def give(officer, kenya, team):
    """Give the officer a role; what differs is given."""

    def do(role=Role.REGISTRAR, **changes):
        wanted = {"member": kenya, "since": DAY, "by": team.actor, "at": AT}
        person = changes.pop("person", officer)
        return assign_role(person, role=role, **wanted | changes)

    return do


def test_a_role_is_played_on_its_days(give, officer):
    give(until=date(2024, 1, 31))
    assert len(assigned_grants(officer, date(2024, 1, 31))) == 1
    assert assigned_grants(officer, date(2023, 12, 31)) == frozenset()
    assert assigned_grants(officer, date(2024, 2, 1)) == frozenset()


@pytest.mark.parametrize("role", [Role.MASTER_TRAINER, Role.CANDIDATE])
def test_what_follows_from_awards_and_seats_is_not_given(give, role):
    with pytest.raises(PeopleRefused, match="follows from seats and awards"):
        give(role)


def test_a_role_of_a_member_needs_the_member(give):
    with pytest.raises(PeopleRefused, match="for which Member"):
        give(member=None)


def test_the_project_team_acts_for_no_member(give):
    with pytest.raises(PeopleRefused, match="acts for no Member"):
        give(Role.PROJECT_TEAM)


def test_the_same_role_is_not_given_twice_for_the_same_days(give):
    give(until=date(2024, 6, 30))
    with pytest.raises(PeopleRefused, match="already in these days"):
        give(since=date(2024, 6, 30))
    give(since=date(2024, 7, 1))
    assert RoleAssignment.objects.filter(role=Role.REGISTRAR).count() == 2


def test_a_member_has_one_coordinator_at_a_time(give, kenya_coordinator):
    with pytest.raises(PeopleRefused, match="hand it over"):
        give(Role.COORDINATOR)


def test_nobody_gives_a_role_to_themselves(give, team):
    with pytest.raises(NotAllowed, match="to themselves"):
        give(Role.READER, person=team.person, member=None)


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.REGISTRAR, True),
        (Role.DEPUTY_COORDINATOR, True),
        (Role.HOST_ORGANISER, True),
        (Role.COORDINATOR, False),
        (Role.HEAD_OF_CUSTOMS, False),
        (Role.PROJECT_TEAM, False),
        (Role.READER, False),
    ],
)
def test_a_coordinator_gives_three_roles(give, kenya_coordinator, kenya, role, allowed):
    if allowed:
        assert give(role, by=kenya_coordinator.actor).role == role
        return
    with pytest.raises(NotAllowed):
        give(role, by=kenya_coordinator.actor)
    assert not RoleAssignment.objects.filter(role=role, since=DAY).exists()


def test_a_stranger_gives_none_here(give, togo_coordinator):
    with pytest.raises(NotAllowed):
        give(by=togo_coordinator.actor)


def test_a_registrar_gives_none(give, kenya_registrar):
    with pytest.raises(NotAllowed):
        give(by=kenya_registrar.actor)


def test_a_successor_takes_over_on_a_day_and_history_stays(
    kenya_coordinator, officer, team
):
    row = RoleAssignment.objects.get(role=Role.COORDINATOR)
    heir = hand_over(row, to=officer, on=DAY, by=team.actor, at=AT)
    assert (row.until, row.handed_to) == (date(2023, 12, 31), heir)
    assert (heir.person, heir.since, heir.member) == (officer, DAY, row.member)


def test_nobody_hands_over_to_whom_plays_the_role(kenya_coordinator, team):
    row = RoleAssignment.objects.get(role=Role.COORDINATOR)
    with pytest.raises(PeopleRefused, match="Choose another person"):
        hand_over(row, to=kenya_coordinator.person, on=DAY, by=team.actor, at=AT)


def test_a_refused_hand_over_leaves_everything_as_it_was(
    kenya_coordinator, officer, team
):
    row = RoleAssignment.objects.get(role=Role.COORDINATOR)
    with pytest.raises(PeopleRefused, match="after the first day"):
        hand_over(row, to=officer, on=row.since, by=team.actor, at=AT)
    row.refresh_from_db()
    assert (row.until, row.handed_to) == (None, None)


def test_the_last_of_the_project_team_stays(team, officer):
    row = RoleAssignment.objects.get(role=Role.PROJECT_TEAM)
    with pytest.raises(PeopleRefused, match="add another first"):
        end_role(row, on=AT.date(), by=team.actor, at=AT)


def test_a_colleague_without_account_cannot_run_the_programme(give, team, officer):
    give(Role.PROJECT_TEAM, member=None)
    row = RoleAssignment.objects.get(person=team.person)
    with pytest.raises(PeopleRefused, match="add another first"):
        end_role(row, on=AT.date(), by=team.actor, at=AT)


def test_with_a_colleague_one_may_leave_the_project_team(team, system):
    cast("Second Colleague", system, None, Role.PROJECT_TEAM)
    row = RoleAssignment.objects.get(person=team.person)
    end_role(row, on=AT.date(), by=team.actor, at=AT)
    assert row.until == AT.date()


def test_a_role_ends_once(give, team):
    row = give()
    end_role(row, on=AT.date(), by=team.actor, at=AT)
    with pytest.raises(PeopleRefused, match="ended already"):
        end_role(row, on=AT.date(), by=team.actor, at=AT)
