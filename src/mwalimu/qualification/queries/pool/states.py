"""The state of each Master Trainer, with its reason."""

from dataclasses import dataclass
from datetime import date

from mwalimu.qualification.engine import Reason
from mwalimu.qualification.engine.pool import PoolFacts, PoolState, state_of
from mwalimu.qualification.models import PoolRow


@dataclass(frozen=True)
class Stated:
    """A state and why it is so."""

    state: PoolState
    reason: Reason


def stated(row: PoolRow, on: date) -> Stated:
    """The state of an award's holder on a day."""
    facts = PoolFacts(row.delivered_on, row.moved_on, row.left_on, row.suspended_on)
    return Stated(*state_of(facts, on))
