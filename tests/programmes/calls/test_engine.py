"""Days of a call, and what scorers give: plain Python."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mwalimu.programmes.engine.calls import (
    Criterion,
    Standing,
    spread,
    standing,
    weighted,
)

OPENS, CLOSES = date(2024, 2, 1), date(2024, 3, 15)
RUBRIC = [Criterion(1, 3, 5), Criterion(2, 1, 10)]


def on(day, reopened=None):
    return standing(OPENS, CLOSES, reopened, day)


def test_a_call_takes_names_on_its_first_and_last_day():
    assert on(OPENS - timedelta(days=1)) == Standing.NOT_YET
    assert on(OPENS) == on(CLOSES) == Standing.OPEN
    assert on(CLOSES + timedelta(days=1)) == Standing.CLOSED


def test_a_reopened_call_takes_late_names_until_that_day():
    until = CLOSES + timedelta(days=5)
    assert on(CLOSES, until) == Standing.OPEN
    assert on(until, until) == Standing.REOPENED
    assert on(until + timedelta(days=1), until) == Standing.CLOSED


def test_a_reopening_that_is_past_reopens_nothing():
    assert on(CLOSES + timedelta(days=1), CLOSES) == Standing.CLOSED


def test_weights_count():
    assert weighted(RUBRIC, {1: 5, 2: 0}) == Fraction(3, 4)


def test_scores_with_a_gap_are_no_result():
    assert weighted(RUBRIC, {1: 5}) is None
    assert weighted([], {}) is None


@given(st.integers(0, 5), st.integers(0, 10))
def test_a_result_lies_between_nothing_and_everything(first, second):
    assert 0 <= weighted(RUBRIC, {1: first, 2: second}) <= 1


@given(st.lists(st.fractions(0, 1), min_size=1))
def test_a_spread_holds_every_scorer_in_any_order(values):
    found = spread(values)
    assert found == spread(reversed(values))
    assert found.lowest <= found.mean <= found.highest
    assert found.scorers == len(values)


def test_nobody_gives_no_spread():
    assert spread([]) is None
