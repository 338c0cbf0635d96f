"""Who holds what, on which day, and who may know."""

from datetime import date

import pytest

from mwalimu.people.permissions import PUBLIC, Grant, Viewer
from mwalimu.programmes.models import Cohort, Seat, SessionGroup
from mwalimu.programmes.operations import (
    begin_holding,
    complete,
    join_late,
    replace,
    withdraw,
)
from mwalimu.programmes.permissions import (
    cohorts_visible_to,
    holdings_visible_to,
    seats_visible_to,
)
from mwalimu.programmes.queries.seats import (
    cohort_seats,
    expected_at,
    holders_on,
    seat_counts,
    seats_of_person,
)
from tests.cast import AT, make_person, seat_of
from tests.programmes.seats.conftest import JANUARY, JUNE, MAY_31

TEAM = Viewer(account_id=1, grants=frozenset({Grant("project_team")}))


def as_role(role, member=None, person=None):
    grants = frozenset({Grant(role, member.pk if member else None)})
    return Viewer(account_id=1, person_id=person and person.pk, grants=grants)


def another_cohort(programme, topic):
    made = Cohort.objects.create(code="C-2", programme=programme, names={"en": "Two"})
    made.topics.add(topic)
    return made


def names(holdings):
    return [row.person.name for row in holdings]


def test_a_seat_keeps_its_history(held, brian, system, cohort):
    replace(held, successor=brian, on=JUNE, reason="Posted", by=system, at=AT)
    (row,) = cohort_seats(cohort, TEAM)
    assert names(row.history) == ["Amina Otieno", "Brian Mwangi"]
    assert row.holder(MAY_31).person.name == "Amina Otieno"
    assert row.holder(JUNE).person.name == "Brian Mwangi"
    assert row.holder(date(2022, 1, 1)) is None


@pytest.mark.parametrize("count", [1, 3])
def test_the_seats_of_a_cohort_take_two_queries(
    cohort, kenya, system, count, django_assert_num_queries
):
    for number in range(1, count + 1):
        person = make_person(f"Officer {number}", system, kenya)
        seat = seat_of(cohort, kenya, number)
        begin_holding(seat, person=person, since=JANUARY, by=system, at=AT)
    with django_assert_num_queries(2):
        rows = cohort_seats(cohort, TEAM)
        seen = [(row.seat.member.code, names(row.history)) for row in rows]
    assert len(seen) == count


def test_a_coordinator_sees_the_seats_of_their_own_member_only(
    held, togo_held, cohort, kenya
):
    rows = cohort_seats(cohort, as_role("coordinator", kenya))
    assert [row.seat.member for row in rows] == [kenya]


@pytest.mark.parametrize("role", ["reader", "regional_office", "assessor"])
def test_who_counts_opens_the_cohort_and_sees_no_seat(held, cohort, role):
    viewer = as_role(role)
    assert cohort in cohorts_visible_to(viewer)
    assert not cohort_seats(cohort, viewer)
    assert not holdings_visible_to(viewer)


def test_a_registrar_sees_no_seats(held, cohort, kenya):
    viewer = as_role("registrar", kenya)
    assert not seats_visible_to(viewer)
    assert cohort not in cohorts_visible_to(viewer)


def test_a_wg_member_sees_their_own_holding_only(held, togo_held, cohort, kenya):
    viewer = as_role("candidate", kenya, held.person)
    assert list(holdings_visible_to(viewer)) == [held]
    assert cohort in cohorts_visible_to(viewer)


def test_the_public_sees_nothing(held, cohort):
    assert not seats_visible_to(PUBLIC)
    assert not holdings_visible_to(PUBLIC)
    assert not cohorts_visible_to(PUBLIC)


def test_seats_of_a_programme_in_preparation_are_the_teams(held, cohort, kenya):
    cohort.programme.status = "prepared"
    cohort.programme.save()
    viewer = as_role("coordinator", kenya)
    assert not seats_visible_to(viewer)
    assert not cohorts_visible_to(viewer)
    assert cohort_seats(cohort, TEAM)


def test_holders_on_a_day(held, togo_held, cohort, system):
    withdraw(togo_held, on=MAY_31, reason="Left", by=system, at=AT)
    assert names(holders_on(cohort, MAY_31)) == ["Amina Otieno", "Kofi Mensah"]
    assert names(holders_on(cohort, JUNE)) == ["Amina Otieno"]


def test_seats_are_counted_held_and_vacant(held, second_seat, cohort):
    counts = seat_counts(TEAM, [cohort], JUNE)[cohort.pk]
    assert (counts.seats, counts.held, counts.vacant) == (2, 1, 1)


def test_a_session_expects_who_holds_a_seat_on_its_first_day(
    held, togo_held, brian, session, system
):
    replace(held, successor=brian, on=JUNE, reason="Posted", by=system, at=AT)
    assert names(expected_at(session)) == ["Brian Mwangi", "Kofi Mensah"]


def test_a_session_group_narrows_it_to_its_members(held, togo_held, session, togo):
    group = SessionGroup.objects.create(
        code="FR", programme=session.programme, names={"en": "French"}
    )
    group.members.add(togo)
    session.group = group
    assert names(expected_at(session)) == ["Kofi Mensah"]


def test_a_session_of_two_cohorts_expects_a_person_once(held, session, kenya, system):
    other = another_cohort(session.programme, held.seat.topic)
    session.cohorts.add(other)
    begin_holding(
        seat_of(other, kenya), person=held.person, since=JANUARY, by=system, at=AT
    )
    assert names(expected_at(session)) == ["Amina Otieno"]


def test_a_session_on_one_topic_is_for_the_seats_of_that_topic(
    held, cohort, session, brian, kenya, system, topics
):
    cohort.topics.add(topics["CV"])
    cv = {"topic": topics["CV"], "number": 1}
    other = Seat.objects.create(cohort=cohort, member=kenya, **cv)
    begin_holding(other, person=brian, since=JANUARY, by=system, at=AT)
    session.topics.set([topics["CV"]])
    assert names(expected_at(session)) == ["Brian Mwangi"]
    session.topics.set([topics["HS"], topics["CV"]])
    assert sorted(names(expected_at(session))) == ["Amina Otieno", "Brian Mwangi"]


def test_a_catch_up_session_expects_who_came_after_others(
    held, second_seat, brian, session, system
):
    session.kind = "catch_up"
    join_late(second_seat, person=brian, since=MAY_31, by=system, at=AT)
    assert names(expected_at(session)) == ["Brian Mwangi"]


def test_a_session_known_to_the_month_expects_both_who_held_in_it(
    held, brian, session, system
):
    mid = date(2023, 6, 15)
    replace(held, successor=brian, on=mid, reason="Posted", by=system, at=AT)
    session.starts_precision = "month"
    assert sorted(names(expected_at(session))) == ["Amina Otieno", "Brian Mwangi"]


def test_a_session_without_a_date_expects_nobody(held, session):
    session.starts_on = None
    assert expected_at(session) == []


def test_the_seats_of_a_person_come_newest_first(held, amina, system):
    withdraw(held, on=MAY_31, reason="Left", by=system, at=AT)
    again = begin_holding(held.seat, person=amina, since=JUNE, by=system, at=AT)
    assert list(seats_of_person(amina, TEAM)) == [again, held]


def test_a_seat_that_was_held_to_the_end_is_not_vacant(held, cohort, system, brian):
    complete(held, on=MAY_31, by=system, at=AT)
    counts = seat_counts(TEAM, [cohort], JUNE)[cohort.pk]
    assert (counts.held, counts.completed, counts.vacant) == (0, 1, 0)
    (row,) = [each for each in cohort_seats(cohort, TEAM) if each.history]
    assert row.completed(JUNE) == held
    begin_holding(held.seat, person=brian, since=JUNE, by=system, at=AT)
    counts = seat_counts(TEAM, [cohort], JUNE)[cohort.pk]
    assert (counts.held, counts.completed, counts.vacant) == (1, 0, 0)
