"""What must be in order before somebody travels: the steps, and by when each is due.

Steps stand in the order in which they are done. `letter` and `nominee` follow from what
is on record elsewhere; the others are kept on the board.
"""

from collections.abc import Mapping
from datetime import date, timedelta

LETTER, NOMINEE, HOTEL, ARRIVAL = "letter", "nominee", "hotel", "arrival"
PASSPORT, VISA = "passport", "visa"
DERIVED = (LETTER, NOMINEE)

# So many days before the first day. An assumption: no source states them.
DAYS_BEFORE: Mapping[str, int] = {
    LETTER: 60,
    NOMINEE: 45,
    PASSPORT: 40,
    VISA: 21,
    "ticket": 14,
    "allowance": 7,
    "insurance": 7,
    HOTEL: 14,
    ARRIVAL: 3,
}
STEPS = tuple(DAYS_BEFORE)
KEPT = tuple(step for step in STEPS if step not in DERIVED)
MOST_DAYS = 366

OPEN, ASKED, DONE, NOT_NEEDED = "open", "asked", "done", "not_needed"
WAITING = frozenset({OPEN, ASKED})


def due_on(step: str, first: date | None, own: Mapping[str, int]) -> date | None:
    """By when a step is due; None while the first day is not known.

    `own` are the days before the first day that the team set for this session.
    """
    if first is None:
        return None
    return first - timedelta(days=own.get(step, DAYS_BEFORE[step]))


def is_late(state: str, due: date | None, today: date) -> bool:
    """It still waits, and its day is past."""
    return state in WAITING and due is not None and due < today
