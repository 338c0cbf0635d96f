"""How many seats a Member has."""

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import Seat
from mwalimu.programmes.operations import SeatPlan, SeatRefused, plan_seats
from tests.cast import AT


def plan(cohort, by, *lines):
    return plan_seats(cohort, plan=[SeatPlan(*line) for line in lines], by=by, at=AT)


def test_seats_are_numbered_from_one(cohort, kenya, topics, system):
    seats = plan(cohort, system, (kenya, topics["HS"], 3))
    assert [seat.number for seat in seats] == [1, 2, 3]


def test_surplus_seats_are_dropped_from_the_end(cohort, kenya, topics, system):
    plan(cohort, system, (kenya, topics["HS"], 3))
    plan(cohort, system, (kenya, topics["HS"], 1))
    assert list(Seat.objects.values_list("number", flat=True)) == [1]


def test_the_audit_trail_says_how_many_there_were(cohort, kenya, topics, system):
    plan(cohort, system, (kenya, topics["HS"], 2))
    plan(cohort, system, (kenya, topics["HS"], 2))
    line = AuditLine.objects.get(verb="plan_seats")
    assert (line.before["seats"], line.after["seats"]) == (0, 2)


def test_a_seat_that_was_held_stays(held, cohort, kenya, topics, system):
    with pytest.raises(SeatRefused, match="it stays"):
        plan(cohort, system, (kenya, topics["HS"], 0))
    assert Seat.objects.count() == 1


def test_a_plan_that_is_refused_plans_nothing(cohort, kenya, togo, topics, system):
    with pytest.raises(SeatRefused) as error:
        plan(cohort, system, (kenya, topics["HS"], 2), (togo, topics["HS"], 21))
    assert error.value.field == "seats"
    assert not Seat.objects.exists()


def test_a_member_or_topic_outside_the_cohort_is_refused(
    cohort, kenya, uganda, topics, system
):
    cohort.members.remove(uganda)
    with pytest.raises(SeatRefused, match="UG is not in this cohort"):
        plan(cohort, system, (uganda, topics["HS"], 1))
    with pytest.raises(SeatRefused, match="CV is no topic"):
        plan(cohort, system, (kenya, topics["CV"], 1))


def test_a_coordinator_plans_no_seats(cohort, kenya, topics, kenya_coordinator):
    with pytest.raises(SeatRefused, match="Only the project team"):
        plan(cohort, kenya_coordinator.actor, (kenya, topics["HS"], 9))
    assert not Seat.objects.exists()
