"""What a question takes as an answer, and what many answers say. Plain Python."""

from mwalimu.forms.engine.asking import (
    LONGEST_TEXT,
    SCALE,
    Asked,
    Fault,
    Given,
    Kind,
    read_all,
    read_answer,
)
from mwalimu.forms.engine.summary import FEWEST, Share, Summary, summarise

__all__ = [
    "FEWEST",
    "LONGEST_TEXT",
    "SCALE",
    "Asked",
    "Fault",
    "Given",
    "Kind",
    "Share",
    "Summary",
    "read_all",
    "read_answer",
    "summarise",
]
