"""Seats: planned, held by one person after another, put right."""

from mwalimu.programmes.operations.seats.changing import (
    correct_holding,
    reopen_holding,
    undo_holding,
)
from mwalimu.programmes.operations.seats.ending import (
    complete,
    complete_cohort,
    defer,
    withdraw,
)
from mwalimu.programmes.operations.seats.following import replace, resume, transfer
from mwalimu.programmes.operations.seats.holding import begin_holding, join_late
from mwalimu.programmes.operations.seats.planning import SeatPlan, plan_seats
from mwalimu.programmes.operations.seats.refusals import SeatRefused

__all__ = [
    "SeatPlan",
    "SeatRefused",
    "begin_holding",
    "complete",
    "complete_cohort",
    "correct_holding",
    "defer",
    "join_late",
    "plan_seats",
    "reopen_holding",
    "replace",
    "resume",
    "transfer",
    "undo_holding",
    "withdraw",
]
