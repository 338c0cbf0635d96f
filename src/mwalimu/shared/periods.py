"""Reporting periods: calendar year, Japan's fiscal year, the WCO's year, any range."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class YearKind(StrEnum):
    """Which twelve months a year means."""

    CALENDAR = "calendar"  # January to December
    JAPAN = "japan"  # April to March, named by its first year
    WCO = "wco"  # July to June, named by its first year


FIRST_MONTH = {YearKind.CALENDAR: 1, YearKind.JAPAN: 4, YearKind.WCO: 7}


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @classmethod
    def of_year(cls, year: int, kind: YearKind = YearKind.CALENDAR) -> "Period":
        """The period that is called `year` in that kind of year."""
        month = FIRST_MONTH[kind]
        following = date(year + 1, month, 1)
        return cls(date(year, month, 1), following - timedelta(days=1))


def year_of(day: date, kind: YearKind) -> int:
    """The year of that kind in which `day` falls."""
    return day.year if day.month >= FIRST_MONTH[kind] else day.year - 1
