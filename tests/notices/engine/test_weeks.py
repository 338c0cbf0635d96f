"""A weekly mail is due once a week, by the clock on its reader's wall."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.notices.engine.weeks import Slot, Week, week_due

MONDAY_7 = Slot(1, 7)
BRUSSELS, NAIROBI = ZoneInfo("Europe/Brussels"), ZoneInfo("Africa/Nairobi")
ZONES = [
    "Europe/Brussels",
    "Africa/Nairobi",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "America/Santiago",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "UTC",
]
FIRST = datetime(2016, 1, 1, tzinfo=UTC)
instants = st.integers(0, 17 * 365 * 24 * 60).map(
    lambda minutes: FIRST + timedelta(minutes=minutes)
)
zones = st.sampled_from(ZONES).map(ZoneInfo)
slots = st.builds(Slot, st.integers(1, 7), st.integers(0, 23))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "zone", "due"),
    [
        ("2024-03-04T05:59", BRUSSELS, None),  # 6:59 on Monday
        ("2024-03-04T06:00", BRUSSELS, Week(2024, 10)),
        ("2024-03-04T03:59", NAIROBI, None),
        ("2024-03-04T04:00", NAIROBI, Week(2024, 10)),
        ("2024-03-07T05:59", BRUSSELS, Week(2024, 10)),  # three days late
        ("2024-03-07T06:00", BRUSSELS, None),
        ("2024-12-30T06:00", BRUSSELS, Week(2025, 1)),  # its ISO week is of next year
        ("2027-01-04T06:00", BRUSSELS, Week(2027, 1)),
    ],
)
def test_it_is_due_from_its_hour_on_for_three_days(instant, zone, due):
    assert week_due(at(instant), zone, MONDAY_7) == due


def test_it_keeps_its_hour_when_the_clocks_change():
    before, after = "2024-03-25T06:00", "2024-04-01T05:00"  # 7:00 in Brussels, both
    assert week_due(at(before), BRUSSELS, MONDAY_7) == Week(2024, 13)
    assert week_due(at(after), BRUSSELS, MONDAY_7) == Week(2024, 14)
    assert week_due(at("2024-04-01T04:59"), BRUSSELS, MONDAY_7) is None


def test_an_hour_that_is_skipped_loses_no_mail():
    sunday_2 = Slot(7, 2)  # on 31 March 2024 the clocks go from 2 to 3
    assert week_due(at("2024-03-31T00:59"), BRUSSELS, sunday_2) is None
    assert week_due(at("2024-03-31T01:00"), BRUSSELS, sunday_2) == Week(2024, 13)


def test_an_hour_that_comes_twice_is_the_same_week():
    sunday_2 = Slot(7, 2)  # on 27 October 2024 it is 2:30 twice
    twice = [at("2024-10-27T00:30"), at("2024-10-27T01:30")]
    assert {week_due(each, BRUSSELS, sunday_2) for each in twice} == {Week(2024, 43)}


def test_a_day_that_a_country_skipped_is_no_trouble():
    apia = ZoneInfo("Pacific/Apia")  # went without 30 December 2011
    friday = Slot(5, 7)
    assert week_due(at("2011-12-30T18:00"), apia, friday) == Week(2011, 52)


@given(instants, zones, slots)
def test_a_late_mail_is_of_the_week_of_its_slot(instant, zone, slot):
    due = week_due(instant, zone, slot)
    if due is None:
        return
    shown = instant.astimezone(zone).replace(tzinfo=None)
    begins = datetime.fromisocalendar(due.year, due.number, slot.weekday)
    begins = begins.replace(hour=slot.hour)
    assert begins <= shown < begins + timedelta(days=3)


@given(instants, zones, slots)
def test_every_hour_a_worker_looks_once_a_week_is_enough(instant, zone, slot):
    hours = [instant + timedelta(hours=hour) for hour in range(7 * 24 + 1)]
    weeks = {due for hour in hours if (due := week_due(hour, zone, slot))}
    assert 1 <= len(weeks) <= 2


@given(instants, zones, slots)
def test_weeks_only_go_forward_with_time(instant, zone, slot):
    days = [instant + timedelta(days=day) for day in range(30)]
    weeks = [due for day in days if (due := week_due(day, zone, slot))]
    assert weeks == sorted(weeks)


def test_a_week_is_written_as_the_calendar_does():
    assert str(Week(2024, 1)) == "2024-W01"
