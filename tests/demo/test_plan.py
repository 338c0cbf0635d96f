"""The plan of the demo: its sums, its equal spread, its fixed seed."""

from collections import Counter
from datetime import date

import pytest

from mwalimu.demo.plan.pool import AFRICA, PACIFIC, counts_for_the_published_sum, seats
from mwalimu.demo.plan.trainings import make_plan
from mwalimu.demo.plan.years import PER_SEAT

UNTIL = date(2026, 11, 24)


@pytest.fixture(scope="module")
def plan():
    return make_plan(UNTIL)


def published(plan, last):
    counted = {seat.code for seat in plan.seats if counts_for_the_published_sum(seat)}
    return sum(
        training.turnout.people
        for training in plan.trainings
        if training.seat in counted
        and len(training.topics) == 1
        and date(2018, 1, 1) <= training.starts <= last
    )


def test_150_seats_in_16_african_members_and_21_in_the_pacific():
    rows = seats()
    african = [seat for seat in rows if counts_for_the_published_sum(seat)]
    pacific = [seat for seat in rows if seat.member in PACIFIC]
    assert len(african) == 150
    assert {seat.member for seat in african} == set(AFRICA)
    assert len(pacific) == 21


def test_the_published_sum_is_a_little_over_49_000(plan):
    assert plan.published_sum == 49_200


def test_the_published_milestones_are_reached(plan):
    assert published(plan, date(2021, 12, 31)) > 23_000
    assert published(plan, date(2023, 11, 20)) > 43_000


def test_every_seat_reaches_the_same_number_of_people_in_every_year(plan):
    reached = Counter()
    for training in plan.trainings:
        plain = training.host == training.member and len(training.topics) == 1
        if training.seat and plain:
            reached[training.seat, training.starts.year] += training.turnout.people
    for (seat, year), people in reached.items():
        assert people == PER_SEAT[year][0], (seat, year)


def test_what_a_member_gives_abroad_it_receives_back(plan):
    given, received = Counter(), Counter()
    for training in plan.trainings:
        if training.host != training.member:
            given[training.member, training.topics, training.seat[:6]] += 20
            received[training.host, training.topics, training.seat[:6]] += 20
    assert given == received


def test_people_of_a_training_are_named_or_counted_and_add_up(plan):
    for training in plan.trainings:
        counted = sum(count for _, _, count in training.turnout.counts)
        assert len(training.turnout.named) + counted == training.turnout.people
        assert len(set(training.turnout.named)) == len(training.turnout.named)


def test_a_trainer_is_never_their_own_co_trainer(plan):
    assert all(training.lead not in training.helpers for training in plan.trainings)


def test_the_same_seed_makes_the_same_plan(plan):
    assert make_plan(UNTIL) == plan


def test_nothing_is_planned_that_has_not_ended():
    day = date(2024, 5, 1)
    assert max(training.ends for training in make_plan(day).trainings) < day
