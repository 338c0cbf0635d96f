"""Schedules of slots, and what several scores say together."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.programmes.engine.scheduling import (
    Hours,
    TooFewHours,
    fill,
    in_turn,
    moved,
    places,
)
from mwalimu.programmes.engine.spread import spread

MONDAY, TUESDAY = date(2024, 3, 4), date(2024, 3, 5)
MORNING = Hours(time(9), time(12), 45, 15)
SCORES = st.lists(st.integers(1, 5), min_size=1, max_size=6)


def test_slots_follow_each_other_with_a_pause_and_go_on_the_next_day():
    assert fill(4, [TUESDAY, MONDAY], MORNING) == [
        (MONDAY, time(9)),
        (MONDAY, time(10)),
        (MONDAY, time(11)),
        (TUESDAY, time(9)),
    ]


def test_the_last_slot_ends_by_the_end_of_the_day():
    assert [
        start for _, start in places([MONDAY], Hours(time(9), time(10, 30), 45))
    ] == [
        time(9),
        time(9, 45),
    ]


def test_too_few_hours_say_how_many_fit():
    with pytest.raises(TooFewHours) as refused:
        fill(7, [MONDAY, TUESDAY], MORNING)
    assert refused.value.room == 6


def test_a_day_given_twice_counts_once():
    assert len(places(sorted({MONDAY, MONDAY}), MORNING)) == 3


def test_members_alternate():
    people = [("KE", "a"), ("KE", "b"), ("KE", "c"), ("TG", "d"), ("UG", "e")]
    assert in_turn(people) == ["a", "d", "e", "b", "c"]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers())))
def test_taking_turns_loses_nobody(people):
    assert sorted(in_turn(people)) == sorted(item for _, item in people)


@given(st.data(), st.integers(1, 9))
def test_moving_changes_one_place_and_keeps_the_rest_in_order(data, count):
    items = list(range(count))
    start = data.draw(st.integers(0, count - 1))
    to = data.draw(st.integers(0, count - 1))
    found = moved(items, start, to)
    assert found[to] == start
    assert [item for item in found if item != start] == items[:start] + items[
        start + 1 :
    ]


@pytest.mark.parametrize(
    ("scores", "proposed", "differs"),
    [
        ([4], 4, False),
        ([3, 4], 4, False),
        ([2, 3, 3], 3, False),
        ([2, 4], 3, True),
        ([1, 5, 5], 4, True),
        ([2, 2, 3], 2, False),
    ],
)
def test_a_spread_proposes_and_says_where_assessors_differ(scores, proposed, differs):
    found = spread(scores)
    assert (found.proposed, found.differs) == (proposed, differs)


@given(SCORES)
def test_what_is_proposed_lies_between_the_scores(scores):
    assert min(scores) <= spread(scores).proposed <= max(scores)


@given(SCORES)
def test_the_order_of_scores_does_not_matter(scores):
    assert spread(scores) == spread(reversed(scores))


def test_no_score_has_no_spread():
    with pytest.raises(ValueError, match="no score"):
        spread([])
