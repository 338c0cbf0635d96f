"""The questions of a draft: added, changed, moved, taken out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.forms.models import Question, SetEdition
from mwalimu.forms.operations.checks import (
    FormRefused,
    check_texts,
    locked_draft,
    require_editor,
)
from mwalimu.shared.rows import change_places

Kind = Question.Kind
Texts = Mapping[str, str]
CHOICES = frozenset({Kind.CHOICE, Kind.SEVERAL})
LONGEST_QUESTION, LONGEST_HELP, LONGEST_OPTION = 500, 500, 200
FEWEST_OPTIONS, MOST_OPTIONS, MOST_QUESTIONS = 2, 20, 60


@dataclass(frozen=True)
class QuestionFacts:
    """What a question says. `options` are the texts of each, in their order."""

    kind: str
    texts: Texts
    helps: Texts = field(default_factory=dict)
    required: bool = False
    lowest: Texts = field(default_factory=dict)
    highest: Texts = field(default_factory=dict)
    options: Sequence[Texts] = ()


@transaction.atomic
def add_question(
    edition: SetEdition, *, facts: QuestionFacts, by: Actor, at: datetime
) -> Question:
    """Put a question at the end of a draft. Raises FormRefused."""
    require_editor(by, at)
    row = locked_draft(edition)
    columns = _checked(facts)
    present = row.questions.count()
    if present >= MOST_QUESTIONS:
        text = pgettext("refusal", "A form has at most %(most)s questions.")
        raise FormRefused("", text % {"most": MOST_QUESTIONS})
    last = row.questions.last()
    made: Question = row.questions.create(
        position=last.position + 1 if last else 1, **columns
    )
    _note("add_question", row, by, at, after=columns)
    return made


@transaction.atomic
def edit_question(
    question: Question, *, facts: QuestionFacts, by: Actor, at: datetime
) -> Question:
    """Change a question of a draft; its kind stays."""
    require_editor(by, at)
    row = locked_draft(question.edition)
    found: Question = row.questions.get(pk=question.pk)
    columns = _checked(facts)
    before = {name: getattr(found, name) for name in columns}
    for name, value in columns.items():
        setattr(found, name, value)
    found.save()
    _note("edit_question", row, by, at, before=before, after=columns)
    return found


@transaction.atomic
def move_question(question: Question, *, up: bool, by: Actor, at: datetime) -> None:
    """Change places with the question above or below; at the edge nothing happens."""
    require_editor(by, at)
    row = locked_draft(question.edition)
    moved = change_places(list(row.questions.all()), question.pk, up=up)
    if moved is None:
        return
    after = {"question": str(moved.uuid), "position": moved.position}
    _note("move_question", row, by, at, after=after)


@transaction.atomic
def remove_question(question: Question, *, by: Actor, at: datetime) -> None:
    """Take a question out of a draft."""
    require_editor(by, at)
    row = locked_draft(question.edition)
    _note("remove_question", row, by, at, before={"texts": question.texts})
    row.questions.get(pk=question.pk).delete()


def _checked(facts: QuestionFacts) -> dict[str, Any]:
    """As the table keeps it; what does not belong to the kind is left out."""
    if facts.kind not in Kind.values:
        raise FormRefused("kind", pgettext("refusal", "Choose a kind of question."))
    scale, choice = facts.kind == Kind.SCALE, facts.kind in CHOICES
    return {
        "kind": facts.kind,
        "texts": check_texts("texts", facts.texts, LONGEST_QUESTION, required=True),
        "helps": check_texts("helps", facts.helps, LONGEST_HELP),
        "required": facts.required,
        "lowest": check_texts("lowest", facts.lowest, LONGEST_OPTION) if scale else {},
        "highest": (
            check_texts("highest", facts.highest, LONGEST_OPTION) if scale else {}
        ),
        "options": _options(facts.options) if choice else [],
    }


def _options(options: Sequence[Texts]) -> list[dict[str, Any]]:
    """With the codes by which answers name them."""
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        text = pgettext("refusal", "Give %(fewest)s to %(most)s options, one a line.")
        values = {"fewest": FEWEST_OPTIONS, "most": MOST_OPTIONS}
        raise FormRefused("options", text % values)
    return [
        {
            "code": f"o{number}",
            "texts": check_texts("options", texts, LONGEST_OPTION, required=True),
        }
        for number, texts in enumerate(options, 1)
    ]


def _note(verb: str, row: SetEdition, by: Actor, at: datetime, **change: Any) -> None:
    record(verb, "set_edition", row.uuid, by=by, at=at, **change)
