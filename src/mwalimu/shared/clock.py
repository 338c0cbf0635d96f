"""The one place that reads the clock. Only edges (faces, commands, tasks) ask it."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The present day in UTC, where no administration's time zone applies."""
    return now().date()
