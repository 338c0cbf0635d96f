"""Keeping the cube: in the transaction of what happened, or rebuilt from the facts."""

from mwalimu.figures.operations.cube import (
    count_trainings,
    judge_again,
    replace_trainings,
    stop_counting,
)
from mwalimu.figures.operations.rebuild import rebuild_figures
from mwalimu.figures.operations.shape import bring_up_to_date, is_current

__all__ = [
    "bring_up_to_date",
    "count_trainings",
    "is_current",
    "judge_again",
    "rebuild_figures",
    "replace_trainings",
    "stop_counting",
]
