"""Demo slots: planned, scored, and agreed by the panel in its minutes."""

from mwalimu.programmes.operations.demos.assessors import (
    name_assessors,
    name_for_all,
)
from mwalimu.programmes.operations.demos.minutes import (
    PanelSeat,
    ResultFacts,
    close_minutes,
    correct_minutes,
    draft_minutes,
    drop_minutes,
    reopen_minutes,
    sign_minutes,
    write_minutes,
)
from mwalimu.programmes.operations.demos.moving import move_slot, swap_slots
from mwalimu.programmes.operations.demos.refusals import DemoRefused
from mwalimu.programmes.operations.demos.scores import give_score
from mwalimu.programmes.operations.demos.slots import (
    Candidate,
    SlotFacts,
    drop_slot,
    edit_slot,
    plan_slots,
)

__all__ = [
    "Candidate",
    "DemoRefused",
    "PanelSeat",
    "ResultFacts",
    "SlotFacts",
    "close_minutes",
    "correct_minutes",
    "draft_minutes",
    "drop_minutes",
    "drop_slot",
    "edit_slot",
    "give_score",
    "move_slot",
    "name_assessors",
    "name_for_all",
    "plan_slots",
    "reopen_minutes",
    "sign_minutes",
    "swap_slots",
    "write_minutes",
]
