"""In which state a Master Trainer is on a day, and why."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mwalimu.qualification.engine.values import Reason

RECENT_MONTHS = 24  # a state of the model: active is who delivered within 24 months


class PoolState(StrEnum):
    """Where a Master Trainer stands: never a judgement of the officer."""

    ACTIVE = "active"
    NO_RECENT = "no_recent"
    MOVED = "moved"
    LEFT = "left"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Work:
    """Days on which a person worked in one post of a Customs administration."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class PoolFacts:
    """What the state of an award's holder follows from."""

    delivered_on: date | None
    moved_on: date | None
    left_on: date | None
    suspended_on: date | None = None


def recent_since(on: date) -> date:
    """The first day that is recent on a day: 24 months earlier."""
    months = on.year * 12 + on.month - 1 - RECENT_MONTHS
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(on.day, last))


def state_of(facts: PoolFacts, on: date) -> tuple[PoolState, Reason]:
    """The state on a day, with its reason; the first that fits, in this order."""
    delivered = facts.delivered_on
    if facts.suspended_on and facts.suspended_on <= on:
        return PoolState.SUSPENDED, Reason("suspended", {"on": facts.suspended_on})
    if facts.left_on and facts.left_on <= on:
        return PoolState.LEFT, Reason("left", {"on": facts.left_on})
    if delivered is None:
        return PoolState.NO_RECENT, Reason("never")
    if delivered < recent_since(on):
        return PoolState.NO_RECENT, Reason("not_since", {"on": delivered})
    if facts.moved_on and facts.moved_on <= on:
        values = {"on": facts.moved_on, "delivered": delivered}
        return PoolState.MOVED, Reason("moved", values)
    return PoolState.ACTIVE, Reason("delivered", {"on": delivered})


def left_on(work: Iterable[Work]) -> date | None:
    """The first day without a post; None while there is one, or none was recorded."""
    ends = [each.until for each in work]
    if not ends or None in ends:
        return None
    return max(end for end in ends if end) + timedelta(days=1)


def moved_on(work: Iterable[Work], awarded_on: date) -> date | None:
    """The first day of another post than the one held at the award."""
    posts = list(work)
    later = [each.since for each in posts if each.since and each.since > awarded_on]
    if len(later) == len(posts):
        return None  # what was held at the award is not known
    return min(later, default=None)
