"""Rows of the access matrix: the forms that the project team keeps."""

from mwalimu.forms.models import QuestionSet, SetEdition
from mwalimu.forms.operations import (
    QuestionFacts,
    SetFacts,
    add_question,
    create_set,
    put_in_use,
)
from tests.cast import AT
from tests.web.matrix import Row

TEAM = frozenset({"team"})
NOBODY = frozenset()
NAME = {"name_en": "Another"}


def draft(world):
    """A draft with one question, made anew whatever became of the last one."""
    number = QuestionSet.objects.count() + 1
    facts = SetFacts({"en": "Evaluation"})
    made = create_set(code=f"EV{number}", facts=facts, by=world.system, at=AT)
    asked = QuestionFacts(kind="text", texts={"en": "Why?"})
    add_question(made, facts=asked, by=world.system, at=AT)
    return {"code": made.question_set.code, "number": 1}


def in_use(world):
    found = draft(world)
    edition = SetEdition.objects.get(question_set__code=found["code"])
    put_in_use(edition, by=world.system, at=AT)
    return found


def question(world):
    found = draft(world)
    edition = SetEdition.objects.get(question_set__code=found["code"])
    return {**found, "uuid": edition.questions.get().uuid}


def of_kind(world):
    return {**draft(world), "kind": "text"}


ROWS: dict[str, Row] = {
    "desk:question_sets": Row(TEAM, writes=NOBODY),
    "desk:question_set_new": Row(TEAM, form={"code": "NEW", **NAME}),
    "desk:question_set": Row(TEAM, in_use, writes=NOBODY),
    "desk:question_set_preview": Row(TEAM, in_use, writes=NOBODY),
    "desk:question_set_edit": Row(TEAM, draft, form=NAME),
    "desk:question_set_copy": Row(TEAM, in_use, form={"code": "COPY", **NAME}),
    "desk:question_set_draft": Row(TEAM, in_use),
    "desk:question_set_use": Row(TEAM, draft),
    "desk:question_set_discard": Row(TEAM, draft),
    "desk:question_new": Row(TEAM, of_kind, form={"text_en": "Why?"}),
    "desk:question_edit": Row(TEAM, question, form={"text_en": "Why?"}),
    "desk:question_move": Row(TEAM, question, form={"to": "up"}),
    "desk:question_remove": Row(TEAM, question),
}
