"""Calendar files, read by a parser that is not the one that wrote them."""

from datetime import UTC, date, datetime, time

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.programmes.engine.calendar import Mailbox, Meeting, Method, calendar_file

AT = datetime(2024, 2, 1, 8, 30, tzinfo=UTC)
TEAM = Mailbox("Mwalimu", "team@example.org")
AMINA = Mailbox("Amina; Otieno, \\ Customs", "amina@example.org")
WEEK = [date(2024, 3, day) for day in (4, 5, 6, 7, 8)]
HOURS = (time(9), time(17))


def meeting(**more):
    plain = {"uid": "one@example.org", "title": "Working group 1", "days": WEEK}
    return Meeting(**{**plain, **more})


def written(what, method=Method.REQUEST, sequence=0, attendee=AMINA):
    return calendar_file(
        what,
        method=method,
        sequence=sequence,
        at=AT,
        organiser=TEAM,
        attendee=attendee,
    )


def read(*args, **options):
    return vobject.readOne(written(*args, **options).decode("utf-8"))


def days_of(event, zone_hours):
    """The days on which the event occurs, as the parser works them out."""
    return [found.date() for found in event.getrruleset()]


def test_an_invitation_says_who_what_and_which_version():
    calendar = read(meeting(place="Nairobi, Kenya"), sequence=3)
    event = calendar.vevent
    assert (calendar.method.value, calendar.version.value) == ("REQUEST", "2.0")
    assert (event.uid.value, event.sequence.value) == ("one@example.org", "3")
    assert (event.status.value, event.location.value) == ("CONFIRMED", "Nairobi, Kenya")
    assert event.dtstamp.value == AT
    assert event.organizer.value == "mailto:team@example.org"
    assert event.attendee.value == "mailto:amina@example.org"
    assert event.attendee.params["PARTSTAT"] == ["NEEDS-ACTION"]


def test_without_hours_it_fills_whole_days_and_ends_on_the_day_after():
    event = read(meeting()).vevent
    assert (event.dtstart.value, event.dtend.value) == (WEEK[0], date(2024, 3, 9))
    assert not hasattr(event, "rrule")


def test_with_hours_it_repeats_in_the_zone_of_the_place():
    calendar = read(meeting(hours=HOURS, zone="Africa/Nairobi"))
    start = calendar.vevent.dtstart.value
    assert start.utcoffset().total_seconds() == 3 * 3600
    assert (start.hour, calendar.vevent.dtend.value.hour) == (9, 17)
    assert days_of(calendar.vevent, HOURS) == WEEK
    assert calendar.vtimezone.tzid.value == "Africa/Nairobi"


def test_a_weekend_in_between_is_left_out():
    days = [date(2024, 3, day) for day in (7, 8, 11)]
    event = read(meeting(days=days, hours=HOURS, zone="Africa/Lome")).vevent
    assert days_of(event, HOURS) == days


def test_summer_time_in_between_moves_no_hour():
    days = [date(2024, 3, 29), date(2024, 4, 1)]
    event = read(meeting(days=days, hours=HOURS, zone="Europe/Brussels")).vevent
    found = list(event.getrruleset())
    assert [each.date() for each in found] == days
    assert {each.hour for each in found} == {9}
    text = written(meeting(days=days, hours=HOURS, zone="Europe/Brussels")).decode()
    assert "BEGIN:DAYLIGHT" in text


def test_without_a_place_the_hours_are_those_of_utc():
    text = written(meeting(days=WEEK[:1], hours=HOURS)).decode()
    assert "DTSTART:20240304T090000Z" in text
    assert "VTIMEZONE" not in text


def test_a_cancellation_names_the_same_event():
    calendar = read(meeting(), Method.CANCEL, 4)
    event = calendar.vevent
    assert (calendar.method.value, event.status.value) == ("CANCEL", "CANCELLED")
    assert (event.uid.value, event.sequence.value) == ("one@example.org", "4")


def test_a_file_to_download_invites_nobody():
    calendar = read(meeting(), Method.PUBLISH, attendee=None)
    assert calendar.method.value == "PUBLISH"
    assert not hasattr(calendar.vevent, "attendee")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=300))
def test_any_text_comes_back_as_it_was_in_lines_of_75_bytes(text):
    content = written(meeting(title=text, text=f"{text}\n{text}"))
    event = vobject.readOne(content.decode("utf-8")).vevent
    assert event.summary.value == text
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.endswith(b"END:VCALENDAR\r\n")


@pytest.mark.parametrize("name", ["Evil\r\nATTENDEE:mailto:x@y.z", 'A:B;C,D"E'])
def test_a_name_cannot_smuggle_a_line(name):
    text = written(meeting(), attendee=Mailbox(name, "amina@example.org")).decode()
    unfolded = text.replace("\r\n ", "")
    lines = [line for line in unfolded.split("\r\n") if line.startswith("ATTENDEE")]
    assert len(lines) == 1
    assert lines[0].endswith("mailto:amina@example.org")
