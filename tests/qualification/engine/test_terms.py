"""Days on which an award holds, and the arithmetic of months."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mwalimu.qualification.engine import Pause, Term, last_day, months_later

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@given(DAYS, st.integers(1, 120))
def test_a_validity_and_the_next_one_touch_without_sharing_a_day(first, months):
    last = last_day(first, months)
    assert first <= last
    assert last + timedelta(days=1) == months_later(first, months)


def test_a_month_that_is_shorter_ends_on_its_last_day():
    assert months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_later(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert last_day(date(2024, 3, 1), 36) == date(2027, 2, 28)


@given(DAYS, DAYS, DAYS)
def test_a_pause_takes_its_days_and_no_other(since, until, day):
    pause = Pause(min(since, until), max(since, until))
    whole, paused = Term(date(2015, 1, 1)), Term(date(2015, 1, 1), pauses=(pause,))
    inside = pause.since <= day <= pause.until
    assert whole.holds_on(day)
    assert paused.holds_on(day) == (not inside)


@given(DAYS, DAYS)
def test_an_award_that_ended_never_holds_again(ended, day):
    term = Term(date(2015, 1, 1), ended)
    assert term.holds_on(day) == (day < ended)
