"""States of Master Trainers, and distances."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.qualification.engine.distance import EARTH, kilometres
from mwalimu.qualification.engine.pool import (
    PoolFacts,
    PoolState,
    Work,
    left_on,
    moved_on,
    recent_since,
    state_of,
)

ON = date(2024, 3, 1)
AWARDED = date(2020, 1, 1)
OLD, NEW = date(2022, 2, 28), date(2022, 3, 1)


def state(delivered=None, moved=None, left=None, suspended=None):
    found, reason = state_of(PoolFacts(delivered, moved, left, suspended), ON)
    return str(found), reason.code


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"delivered": NEW}, ("active", "delivered")),
        ({"delivered": OLD}, ("no_recent", "not_since")),
        ({}, ("no_recent", "never")),
        ({"delivered": NEW, "moved": ON}, ("moved", "moved")),
        ({"delivered": OLD, "moved": ON}, ("no_recent", "not_since")),
        ({"delivered": NEW, "left": ON}, ("left", "left")),
        ({"delivered": NEW, "left": ON + timedelta(days=1)}, ("active", "delivered")),
        ({"delivered": NEW, "left": ON, "suspended": ON}, ("suspended", "suspended")),
    ],
)
def test_the_first_state_that_fits_holds(facts, expected):
    assert state(**facts) == expected


def test_24_months_before_a_leap_day_is_the_last_of_february():
    assert recent_since(date(2024, 2, 29)) == date(2022, 2, 28)


def test_who_has_a_post_has_not_left():
    assert (
        left_on([Work(None, date(2023, 1, 31)), Work(date(2023, 2, 1), None)]) is None
    )


def test_the_day_after_the_last_post_is_the_day_of_leaving():
    ended = [Work(None, date(2023, 1, 31)), Work(AWARDED, date(2022, 5, 1))]
    assert left_on(ended) == date(2023, 2, 1)


def test_of_whom_no_work_is_recorded_nothing_is_said():
    assert (left_on([]), moved_on([], AWARDED)) == (None, None)


def test_a_post_that_began_after_the_award_is_another_one():
    posts = [Work(date(2018, 1, 1), date(2021, 5, 31)), Work(date(2021, 6, 1), None)]
    assert moved_on(posts, AWARDED) == date(2021, 6, 1)


def test_the_post_of_the_award_is_no_move():
    assert moved_on([Work(date(2018, 1, 1), None)], AWARDED) is None


def test_a_post_of_which_the_beginning_is_not_known_is_no_move():
    assert moved_on([Work(None, None)], AWARDED) is None


places = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
days = st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1))


@given(places, places)
def test_a_distance_is_the_same_both_ways_and_at_most_half_way_round(here, there):
    far = kilometres(here, there)
    assert far == pytest.approx(kilometres(there, here), abs=1e-6)
    assert 0 <= far <= 3.1416 * EARTH


def test_nairobi_is_2900_km_from_pretoria():
    assert kilometres((-1.286, 36.817), (-25.746, 28.188)) == pytest.approx(
        2874, abs=15
    )


@given(days, days, days, days)
def test_there_is_always_one_state_with_a_reason(delivered, moved, left, suspended):
    found, reason = state_of(PoolFacts(delivered, moved, left, suspended), ON)
    assert found in PoolState
    assert reason.code
