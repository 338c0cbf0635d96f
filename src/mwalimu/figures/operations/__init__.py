"""Keeping the cube: in the transaction of what happened, or rebuilt from the facts."""

from mwalimu.figures.operations.cube import (
    count_trainings,
    judge_again,
    replace_trainings,
    stop_counting,
)
from mwalimu.figures.operations.rebuild import rebuild_figures

__all__ = [
    "count_trainings",
    "judge_again",
    "rebuild_figures",
    "replace_trainings",
    "stop_counting",
]
