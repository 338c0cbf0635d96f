"""From evidence and a standard to verdicts that explain themselves. Plain Python."""

from mwalimu.qualification.engine.judging import judge, judge_all
from mwalimu.qualification.engine.keeping import plain_standing, seal
from mwalimu.qualification.engine.terms import DAY, Pause, Term, last_day, months_later
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
    "DAY",
    "Evidence",
    "Kind",
    "Pause",
    "Reason",
    "Requirement",
    "Standing",
    "State",
    "Term",
    "Verdict",
    "Waiver",
    "judge",
    "judge_all",
    "last_day",
    "months_later",
    "plain_standing",
    "seal",
]
