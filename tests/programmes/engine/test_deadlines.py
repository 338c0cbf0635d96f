"""A day ends when it ends where the person works."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.programmes.engine.deadlines import Deadline, Standing, day_in, end_of

DAY = date(2024, 3, 10)
LATER = date(2024, 3, 17)
ZONES = ["Africa/Nairobi", "Africa/Lome", "Pacific/Fiji", "Pacific/Apia", "UTC"]


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("Africa/Lome", "2024-03-11T00:00"),
        ("Africa/Nairobi", "2024-03-10T21:00"),
        ("Pacific/Fiji", "2024-03-10T12:00"),
        ("Europe/Brussels", "2024-03-10T23:00"),
        ("", "2024-03-11T00:00"),
        ("Nowhere/Land", "2024-03-11T00:00"),
        ("../../etc/passwd", "2024-03-11T00:00"),
    ],
)
def test_the_day_ends_there(zone, hour):
    assert end_of(DAY, zone) == datetime.fromisoformat(f"{hour}:00+00:00")


def test_on_the_day_of_the_clock_change_it_ends_an_hour_earlier():
    assert end_of(date(2024, 3, 31), "Europe/Brussels").hour == 22


def test_the_last_second_is_in_time_and_the_next_is_late():
    deadline = Deadline(DAY, LATER, "Africa/Nairobi")
    just = deadline.due_at - timedelta(seconds=1)
    assert deadline.standing(just) == Standing.IN_TIME
    assert deadline.standing(deadline.due_at) == Standing.LATE


def test_after_the_late_day_nothing_is_taken():
    deadline = Deadline(DAY, LATER, "Africa/Nairobi")
    just = deadline.last_at - timedelta(seconds=1)
    assert deadline.standing(just) == Standing.LATE
    assert deadline.standing(deadline.last_at) == Standing.OVER


def test_without_a_late_day_the_due_day_is_the_last():
    deadline = Deadline(DAY, None, "Africa/Nairobi")
    assert deadline.standing(deadline.due_at) == Standing.OVER


@given(
    zone=st.sampled_from(ZONES),
    late=st.integers(0, 30),
    hours=st.integers(-1000, 1000),
)
def test_time_only_makes_it_later(zone, late, hours):
    deadline = Deadline(DAY, DAY + timedelta(days=late), zone)
    order = list(Standing)
    at = datetime(2024, 3, 10, tzinfo=UTC) + timedelta(hours=hours)
    before = order.index(deadline.standing(at - timedelta(hours=1)))
    assert before <= order.index(deadline.standing(at))


@given(zone=st.sampled_from(ZONES), hours=st.integers(0, 1000))
def test_what_is_in_time_is_sent_on_the_day_or_before(zone, hours):
    deadline = Deadline(DAY, None, zone)
    at = datetime(2024, 3, 1, tzinfo=UTC) + timedelta(hours=hours)
    in_time = deadline.standing(at) == Standing.IN_TIME
    assert in_time == (day_in(at, zone) <= DAY)
