"""Question sets and their editions; rounds, receipts and answers."""

from mwalimu.forms.models.answers import Answer, Receipt, Response, Round
from mwalimu.forms.models.questions import Question, QuestionSet, SetEdition

__all__ = [
    "Answer",
    "Question",
    "QuestionSet",
    "Receipt",
    "Response",
    "Round",
    "SetEdition",
]
