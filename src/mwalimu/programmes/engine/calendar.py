"""A session as a calendar file (RFC 5545), sent as an invitation (RFC 5546).

One event for the whole session. Where the hours are known it repeats daily in the time
zone of the place, so that a change to summer time in between moves nothing, and leaves
out the days on which the session does not meet. Without hours it fills whole days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

from mwalimu.programmes.engine.meeting_days import zone_of

PRODUCT = "-//Mwalimu//Sessions//EN"
DAY = timedelta(days=1)


class Method(StrEnum):
    """What a calendar program is to do with the event."""

    REQUEST = "REQUEST"  # you are invited, or something changed
    CANCEL = "CANCEL"  # you are not expected any more
    PUBLISH = "PUBLISH"  # for information: downloaded by hand


@dataclass(frozen=True)
class Mailbox:
    """Somebody's name and mail address."""

    name: str
    address: str


@dataclass(frozen=True)
class Meeting:
    """What the event says. `zone` is an IANA name; `days` are civil days there."""

    uid: str
    title: str
    days: Sequence[date]
    place: str = ""
    text: str = ""
    url: str = ""
    hours: tuple[time, time] | None = None
    zone: str = ""


def calendar_file(
    meeting: Meeting,
    *,
    method: Method,
    sequence: int,
    at: datetime,
    organiser: Mailbox,
    attendee: Mailbox | None = None,
) -> bytes:
    """The file, with folded lines and escaped texts."""
    event = Event()
    event.add("uid", meeting.uid)
    event.add("dtstamp", at)
    event.add("sequence", sequence)
    event.add("summary", meeting.title)
    cancelled = method == Method.CANCEL
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    texts = {"location": meeting.place, "description": meeting.text, "url": meeting.url}
    for name, text in texts.items():
        if text:
            event.add(name, text)
    event.add("organizer", _address(organiser))
    if attendee is not None:
        event.add("attendee", _attendee(attendee))
    _put_days(event, meeting)
    content: bytes = _calendar(event, meeting, method).to_ical()
    return content


def _calendar(event: Event, meeting: Meeting, method: Method) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", str(method))
    if meeting.hours and meeting.zone:
        first, last = meeting.days[0], meeting.days[-1] + DAY
        calendar.add_component(
            Timezone.from_tzid(meeting.zone, first_date=first, last_date=last)
        )
    calendar.add_component(event)
    return calendar


def _put_days(event: Event, meeting: Meeting) -> None:
    first, last = meeting.days[0], meeting.days[-1]
    if meeting.hours is None:
        event.add("dtstart", first)
        event.add("dtend", last + DAY)  # the day after: DTEND is not part of the event
        event.add("transp", "OPAQUE")
        return
    opens, closes = meeting.hours
    zone = zone_of(meeting.zone)
    event.add("dtstart", datetime.combine(first, opens, zone))
    event.add("dtend", datetime.combine(first, closes, zone))
    count = (last - first).days + 1
    if count > 1:
        event.add("rrule", {"freq": "daily", "count": count})
    every = [first + number * DAY for number in range(count)]
    free = [day for day in every if day not in meeting.days]
    if free:
        event.add("exdate", [datetime.combine(day, opens, zone) for day in free])


def _address(mailbox: Mailbox) -> vCalAddress:
    address = vCalAddress(f"mailto:{mailbox.address}")
    address.params["CN"] = vText(mailbox.name)
    return address


def _attendee(mailbox: Mailbox) -> vCalAddress:
    """The one person invited; they answer in Mwalimu and not by a mail program."""
    address = _address(mailbox)
    address.params["ROLE"] = vText("REQ-PARTICIPANT")
    address.params["PARTSTAT"] = vText("NEEDS-ACTION")
    address.params["RSVP"] = vText("FALSE")
    return address
