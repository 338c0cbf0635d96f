"""Which invitations go out: a comparison of what was sent with what holds now.

Asked after every change, and asked again it answers nothing: so no mail is sent twice.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum

OPEN = frozenset({"sent", "accepted", "declined"})


class Step(StrEnum):
    """What happens to one person's invitation."""

    INVITE = "invite"
    UPDATE = "update"
    CANCEL = "cancel"
    DROP = "drop"  # never sent and not needed any more: no mail


@dataclass(frozen=True)
class Sent:
    """An invitation as it stands: whose, its state, and a print of what it said last."""

    person: int
    state: str
    sequence: int
    said: str = ""


@dataclass(frozen=True)
class Due:
    """What is to be done for a person, and the sequence number of the mail."""

    person: int
    step: Step
    sequence: int


def due(
    present: Iterable[Sent], expected: Set[int], says: str, *, invite: bool
) -> list[Due]:
    """What follows from who is expected now and what the event `says` now.

    `says` is empty for a session that was called off. `invite`: those who have no
    invitation get one; else only what was sent is put right.
    """
    found = []
    known = {row.person: row for row in present}
    for row in known.values():
        holds = bool(says) and row.person in expected
        if step := _step(row, holds, says, invite):
            again = step in (Step.UPDATE, Step.CANCEL) or row.state == "cancelled"
            found.append(Due(row.person, step, row.sequence + again))
    if invite and says:
        new = sorted(expected - known.keys())
        found += [Due(person, Step.INVITE, 0) for person in new]
    return found


def _step(row: Sent, holds: bool, says: str, invite: bool) -> Step | None:
    if row.state in OPEN:
        if not holds:
            return Step.CANCEL
        return Step.UPDATE if row.said != says else None
    if row.state == "to_send" and not holds:
        return Step.DROP
    return Step.INVITE if holds and invite else None
