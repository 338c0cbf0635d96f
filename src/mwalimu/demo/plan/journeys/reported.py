"""What the sources report of a session: its days and its head-count, as far as known."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from mwalimu.programmes.engine.meeting_days import meeting_days

WHOLE_DAY = len("2018-09-10")


@dataclass(frozen=True)
class Reported:
    """A row of the shipped events. No days: they are not known to the day."""

    key: str
    cohort: str
    mode: str
    days: tuple[date, ...]
    people: int | None


@cache
def reported() -> dict[str, Reported]:
    """Every shipped event by its key."""
    path = files("mwalimu.programmes") / "data" / "events.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    return {
        row["id"]: Reported(
            key=row["id"],
            cohort=row["cohort"],
            mode=row["mode"],
            days=_days(row["start"], row["end"] or row["start"]),
            people=int(row["participants"]) if row["participants"] else None,
        )
        for row in rows
    }


def _days(first: str, last: str) -> tuple[date, ...]:
    if {len(first), len(last)} != {WHOLE_DAY}:
        return ()
    return tuple(meeting_days(date.fromisoformat(first), date.fromisoformat(last)))
