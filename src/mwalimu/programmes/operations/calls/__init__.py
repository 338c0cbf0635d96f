"""Calls for nominations: opened, answered, screened, concluded."""

from mwalimu.programmes.operations.calls.attaching import attach, detach
from mwalimu.programmes.operations.calls.deciding import (
    accept_nomination,
    ask_for_another_name,
)
from mwalimu.programmes.operations.calls.drafting import (
    CallFacts,
    CriterionFacts,
    draft_call,
    edit_call,
)
from mwalimu.programmes.operations.calls.nominating import (
    edit_nomination,
    nominate,
    submit_nomination,
    withdraw_nomination,
)
from mwalimu.programmes.operations.calls.opening import (
    conclude_call,
    open_call,
    reopen_for,
)
from mwalimu.programmes.operations.calls.refusals import CallRefused
from mwalimu.programmes.operations.calls.scoring import score_nomination

__all__ = [
    "CallFacts",
    "CallRefused",
    "CriterionFacts",
    "accept_nomination",
    "ask_for_another_name",
    "attach",
    "conclude_call",
    "detach",
    "draft_call",
    "edit_call",
    "edit_nomination",
    "nominate",
    "open_call",
    "reopen_for",
    "score_nomination",
    "submit_nomination",
    "withdraw_nomination",
]
