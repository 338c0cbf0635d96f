"""Asking participants about a session, deciding what follows, planning what is extra."""

from mwalimu.programmes.operations.evaluations.answering import answer_evaluation
from mwalimu.programmes.operations.evaluations.deciding import (
    DecisionFacts,
    decide,
    edit_decision,
    reopen_decision,
    settle_decision,
)
from mwalimu.programmes.operations.evaluations.opening import (
    close_evaluation,
    move_evaluation,
    open_evaluation,
    take_back_evaluation,
)
from mwalimu.programmes.operations.evaluations.planning import (
    plan_activity,
    plan_session,
)

__all__ = [
    "DecisionFacts",
    "answer_evaluation",
    "close_evaluation",
    "decide",
    "edit_decision",
    "move_evaluation",
    "open_evaluation",
    "plan_activity",
    "plan_session",
    "reopen_decision",
    "settle_decision",
    "take_back_evaluation",
]
