"""A schedule of slots: who follows whom, and when each begins."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, zip_longest
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Hours:
    """From when to when slots are held each day, how long one is, and the pause after."""

    starts: time
    ends: time
    minutes: int
    pause: int = 0


class TooFewHours(ValueError):
    """The days do not hold so many slots; `room` says how many they hold."""

    def __init__(self, room: int) -> None:
        super().__init__(f"room for {room}")
        self.room = room


def places(days: Sequence[date], hours: Hours) -> list[tuple[date, time]]:
    """When slots can begin: every day from the first to the last that still ends."""
    return [(day, start) for day in days for start in _starts(hours)]


def _starts(hours: Hours) -> list[time]:
    anchor = date(2000, 1, 1)
    begin = datetime.combine(anchor, hours.starts)
    end = datetime.combine(anchor, hours.ends)
    step = timedelta(minutes=hours.minutes + hours.pause)
    length = timedelta(minutes=hours.minutes)
    found = []
    while begin + length <= end:
        found.append(begin.time())
        begin += step
    return found


def fill(count: int, days: Sequence[date], hours: Hours) -> list[tuple[date, time]]:
    """When each of so many slots begins. Raises TooFewHours."""
    room = places(sorted(set(days)), hours)
    if len(room) < count:
        raise TooFewHours(len(room))
    return room[:count]


def in_turn(items: Iterable[tuple[Hashable, Item]]) -> list[Item]:
    """The items of each group one after another in turn, so that groups alternate.

    Groups keep the order in which they first come, items that of their group.
    """
    groups: dict[Hashable, list[Item]] = {}
    for group, item in items:
        groups.setdefault(group, []).append(item)
    missing = object()
    rounds = zip_longest(*groups.values(), fillvalue=missing)
    return [item for item in chain(*rounds) if item is not missing]  # type: ignore[misc]


def moved(items: Sequence[Item], start: int, to: int) -> list[Item]:
    """The items with the one at `start` taken out and put in at `to`."""
    rest = [*items[:start], *items[start + 1 :]]
    return [*rest[:to], items[start], *rest[to:]]
