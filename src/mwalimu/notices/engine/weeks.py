"""When a weekly mail is due: by the clock on the wall where its reader works."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

LATEST = timedelta(days=3)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Slot:
    """A weekday (1 is Monday) and an hour of the day, the same everywhere."""

    weekday: int = 1
    hour: int = 7


@dataclass(frozen=True, order=True)
class Week:
    """A week of the ISO calendar: `2024-W10`."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"


def week_due(at: datetime, zone: ZoneInfo, slot: Slot) -> Week | None:
    """The week whose mail is due at an instant; None outside of its three days.

    Compares what clocks show, so that an hour which a change of the clocks skips or
    repeats neither loses a mail nor doubles one. After LATEST a mail would come just
    before the next: a worker that was off for long leaves the week out.
    """
    shown = at.astimezone(zone).replace(tzinfo=None)
    begins = _slot_in_week_of(shown, slot)
    if shown < begins:
        begins -= WEEK
    if shown >= begins + LATEST:
        return None
    return week_of(begins)


def week_of(when: datetime) -> Week:
    """The ISO week of what a clock shows."""
    year, number, _ = when.isocalendar()
    return Week(year, number)


def _slot_in_week_of(shown: datetime, slot: Slot) -> datetime:
    monday = shown.date() - timedelta(days=shown.isoweekday() - 1)
    day = monday + timedelta(days=slot.weekday - 1)
    return datetime.combine(day, time(slot.hour))
