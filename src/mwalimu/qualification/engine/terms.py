"""On which days an award holds."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which an award was suspended, both included; no `until`: it goes on."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """The award was suspended on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Term:
    """Days on which an award holds: from `since`, up to but without `ended`.

    `until` is the last day of its validity, where the standard sets one. Days of a
    pause do not count.
    """

    since: date
    ended: date | None = None
    until: date | None = None
    pauses: tuple[Pause, ...] = ()

    def holds_on(self, day: date) -> bool:
        """The award holds on that day."""
        begun = self.since <= day
        over = (self.ended is not None and day >= self.ended) or (
            self.until is not None and day > self.until
        )
        return begun and not over and not any(p.covers(day) for p in self.pauses)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(first: date, months: int) -> date:
    """The last day of a validity of so many months that begins on `first`."""
    return months_later(first, months) - DAY
