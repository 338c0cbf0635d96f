"""Intersessional work: set, handed in, reviewed, settled."""

from mwalimu.programmes.operations.assignments.deciding import (
    ask_one_more_review,
    decide,
)
from mwalimu.programmes.operations.assignments.handing_in import HandedFile, hand_in
from mwalimu.programmes.operations.assignments.refusals import WorkRefused
from mwalimu.programmes.operations.assignments.reviewing import give_review
from mwalimu.programmes.operations.assignments.setting import (
    AssignmentFacts,
    CriterionFacts,
    close_assignment,
    create_assignment,
    drop_assignment,
    edit_assignment,
    open_assignment,
)

__all__ = [
    "AssignmentFacts",
    "CriterionFacts",
    "HandedFile",
    "WorkRefused",
    "ask_one_more_review",
    "close_assignment",
    "create_assignment",
    "decide",
    "drop_assignment",
    "edit_assignment",
    "give_review",
    "hand_in",
    "open_assignment",
]
