"""Civil dates that may be known only to the month or the year.

An event day is a civil date in the host's time zone. A source may say "May 2020":
`PartialDate` keeps what is known and never invents the rest.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_SHAPE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class BadDate(ValueError):
    """The text is no ISO date, month or year; `str()` says what would be right."""


@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, the month or the year.

    `first` is its first possible day; the unknown parts of `first` are 1.
    """

    first: date
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2020-05-12`, `2020-05` or `2020`. Raises BadDate."""
        match = _SHAPE.match(text.strip())
        if not match:
            raise BadDate(f"{text!r} is no date: write 2021-03-16, 2021-03 or 2021.")
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            first = date(year or 0, month or 1, day or 1)
        except ValueError as error:
            raise BadDate(f"{text!r} is no date: {error}.") from None
        if day:
            return cls(first, Precision.DAY)
        return cls(first, Precision.MONTH if month else Precision.YEAR)

    @property
    def last(self) -> date:
        """The last possible day."""
        if self.precision == Precision.DAY:
            return self.first
        if self.precision == Precision.YEAR:
            return date(self.first.year, 12, 31)
        days = calendar.monthrange(self.first.year, self.first.month)[1]
        return self.first.replace(day=days)

    def __str__(self) -> str:
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
        return self.first.isoformat()[: length[self.precision]]
