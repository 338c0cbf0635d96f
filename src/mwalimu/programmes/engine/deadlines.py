"""Until when work is taken: to the end of a day in the time zone of whoever hands it in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Standing(StrEnum):
    """Where an instant lies."""

    IN_TIME = "in_time"
    LATE = "late"  # the day has ended, and it is still taken
    OVER = "over"


@dataclass(frozen=True)
class Deadline:
    """A last day, perhaps a later one until which work is taken as late, and a zone."""

    due_on: date
    late_until: date | None
    zone: str

    @property
    def due_at(self) -> datetime:
        """The instant at which the last day ends there."""
        return end_of(self.due_on, self.zone)

    @property
    def last_at(self) -> datetime:
        """The instant after which nothing is taken."""
        return end_of(self.late_until or self.due_on, self.zone)

    def standing(self, at: datetime) -> Standing:
        """In time, late, or over. The end of a day belongs to the next one."""
        if at < self.due_at:
            return Standing.IN_TIME
        return Standing.LATE if at < self.last_at else Standing.OVER


def end_of(day: date, zone: str) -> datetime:
    """The instant at which a day ends in a zone, in UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time(), zone_of(zone))
    return midnight.astimezone(UTC)


def day_in(at: datetime, zone: str) -> date:
    """Which day it is in a zone."""
    return at.astimezone(zone_of(zone)).date()


def zone_of(name: str) -> ZoneInfo:
    """The zone of that IANA name; UTC where there is none."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
