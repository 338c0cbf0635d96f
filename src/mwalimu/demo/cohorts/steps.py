"""What is done in the demo's past: an instant, how much work it is, and what."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

Act = Callable[[datetime], None]
Step = tuple[datetime, int, Act]  # work: as much as so many trainings
MORNING, NOON, AFTERNOON = time(6), time(12), time(15)  # UTC
CLOSING, DECIDING, EVENING = time(16), time(17), time(19)


def instant(day: date, hour: time) -> datetime:
    """That hour of the day, UTC."""
    return datetime.combine(day, hour, UTC)
