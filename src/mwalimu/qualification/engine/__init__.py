"""From evidence and a standard to verdicts that explain themselves. Plain Python."""

from mwalimu.qualification.engine.judging import judge, judge_all
from mwalimu.qualification.engine.values import (
    Evidence,
    Kind,
    Reason,
    Requirement,
    Standing,
    State,
    Verdict,
    Waiver,
)

__all__ = [
    "Evidence",
    "Kind",
    "Reason",
    "Requirement",
    "Standing",
    "State",
    "Verdict",
    "Waiver",
    "judge",
    "judge_all",
]
