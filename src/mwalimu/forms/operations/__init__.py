"""Writing question sets, opening rounds of answers, and answering."""

from mwalimu.forms.operations.answering import (
    AlreadyAnswered,
    AnswersRefused,
    RoundClosed,
    answer_round,
    drop_receipts,
    forget_receipts,
)
from mwalimu.forms.operations.checks import FormRefused
from mwalimu.forms.operations.questions import (
    QuestionFacts,
    add_question,
    edit_question,
    move_question,
    remove_question,
)
from mwalimu.forms.operations.rounds import (
    close_round,
    drop_round,
    move_round,
    open_round,
)
from mwalimu.forms.operations.sets import (
    SetFacts,
    copy_set,
    create_set,
    describe_draft,
    discard_draft,
    draft_edition,
    put_in_use,
)

__all__ = [
    "AlreadyAnswered",
    "AnswersRefused",
    "FormRefused",
    "QuestionFacts",
    "RoundClosed",
    "SetFacts",
    "add_question",
    "answer_round",
    "close_round",
    "copy_set",
    "create_set",
    "describe_draft",
    "discard_draft",
    "draft_edition",
    "drop_receipts",
    "drop_round",
    "edit_question",
    "forget_receipts",
    "move_question",
    "move_round",
    "open_round",
    "put_in_use",
    "remove_question",
]
