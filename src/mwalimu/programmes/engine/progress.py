"""Where a person stands with an assignment, in one word."""

from collections.abc import Sequence
from enum import StrEnum

from mwalimu.programmes.engine.deadlines import Standing
from mwalimu.programmes.engine.settling import DIFFER, settle


class Progress(StrEnum):
    """What a person, their administration and the project team see of an assignment."""

    TO_DO = "to_do"
    OVERDUE = "overdue"  # nothing is here, and it is still taken
    MISSED = "missed"  # nothing is here, and nothing is taken any more
    HANDED_IN = "handed_in"  # reviews are awaited
    DIFFER = "differ"  # the assessors differ: the project team decides
    REPEAT = "repeat"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


WAITS_FOR_PERSON = frozenset({Progress.TO_DO, Progress.OVERDUE, Progress.REPEAT})
WAITS_FOR_US = frozenset({Progress.HANDED_IN, Progress.DIFFER})
NOT_HERE = {
    Standing.IN_TIME: Progress.TO_DO,
    Standing.LATE: Progress.OVERDUE,
    Standing.OVER: Progress.MISSED,
}
SETTLED = {
    "accepted": Progress.ACCEPTED,
    "repeat": Progress.REPEAT,
    "rejected": Progress.REJECTED,
}


def progress(
    state: str | None,
    standing: Standing,
    *,
    taken: bool = True,
    decisions: Sequence[str] = (),
    wanted: int = 1,
    more: int = 0,
) -> Progress:
    """From the state of the newest version (None: there is none) and its reviews.

    `taken`: the assignment is open.
    """
    if state is None:
        return NOT_HERE[standing] if taken else Progress.MISSED
    if state in SETTLED:
        return SETTLED[state]
    if settle(decisions, wanted, more) == DIFFER:
        return Progress.DIFFER
    return Progress.HANDED_IN
