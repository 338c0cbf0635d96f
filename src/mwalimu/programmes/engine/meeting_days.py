"""The days on which a session meets, and what a presence is worth."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SATURDAY = 5
LONGEST = 60  # days; a session that takes longer is a wrong date
WORTH = {
    "present": Fraction(1),
    "online": Fraction(1),
    "part": Fraction(1, 2),
    "excused": Fraction(0),
    "absent": Fraction(0),
}


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that name; UTC where there is none."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def day_in(zone: str, at: datetime) -> date:
    """The civil day of an instant where that time zone applies."""
    return at.astimezone(zone_of(zone) if zone else UTC).date()


def span(first: date, last: date) -> list[date]:
    """Every day from the first to the last, at most LONGEST of them."""
    count = min((last - first).days + 1, LONGEST)
    return [first + timedelta(days=number) for number in range(count)]


def meeting_days(first: date, last: date) -> list[date]:
    """The days on which a session is supposed to meet: no Saturday, no Sunday.

    A session at a weekend only meets at the weekend.
    """
    days = span(first, last)
    return [day for day in days if day.weekday() < SATURDAY] or days


def worth(presences: Iterable[str]) -> Fraction:
    """How many days these presences are together."""
    return sum((WORTH[presence] for presence in presences), Fraction(0))
