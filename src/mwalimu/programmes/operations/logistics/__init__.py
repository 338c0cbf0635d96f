"""Arranging that people get to a session: steps, their days, and letting them go."""

from mwalimu.programmes.operations.logistics.deadlines import set_deadlines
from mwalimu.programmes.operations.logistics.forgetting import (
    clear_traveller,
    drop_arrangements,
)
from mwalimu.programmes.operations.logistics.refusals import (
    LogisticsRefused,
    StepChanged,
)
from mwalimu.programmes.operations.logistics.steps import (
    say_passport_name,
    set_many,
    set_step,
)
from mwalimu.programmes.operations.logistics.work import Said

__all__ = [
    "LogisticsRefused",
    "Said",
    "StepChanged",
    "clear_traveller",
    "drop_arrangements",
    "say_passport_name",
    "set_deadlines",
    "set_many",
    "set_step",
]
