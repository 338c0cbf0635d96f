"""Question sets and their editions: drafted, put in use once, then replaced."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.forms.models import Question, QuestionSet, SetEdition
from mwalimu.forms.operations.checks import (
    FormRefused,
    check_new_code,
    check_texts,
    locked_draft,
    require_editor,
)

State = SetEdition.State
LONGEST_NAME, LONGEST_INTRODUCTION = 200, 1_000


@dataclass(frozen=True)
class SetFacts:
    """What a form is called, and what stands above its questions, per language."""

    names: Mapping[str, str]
    introduction: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def create_set(
    *,
    code: str,
    facts: SetFacts,
    by: Actor,
    at: datetime,
    kind: str = QuestionSet.Kind.EVALUATION,
) -> SetEdition:
    """A question set with an empty draft as its first edition. Raises FormRefused."""
    require_editor(by, at)
    return _create(code, facts, kind, by, at)


@transaction.atomic
def copy_set(
    edition: SetEdition, *, code: str, facts: SetFacts, by: Actor, at: datetime
) -> SetEdition:
    """A form of its own that begins with the questions of another, as a draft."""
    require_editor(by, at)
    made = _create(code, facts, edition.question_set.kind, by, at)
    _copy_questions(edition, made)
    return made


@transaction.atomic
def draft_edition(question_set: QuestionSet, *, by: Actor, at: datetime) -> SetEdition:
    """The next edition, a copy of the last one, to be worked on. One at a time."""
    require_editor(by, at)
    QuestionSet.objects.select_for_update().get(pk=question_set.pk)
    last = question_set.editions.order_by("number").last()
    if last and last.is_draft:
        text = pgettext("refusal", "Edition %(number)s is a draft: go on with that.")
        raise FormRefused("", text % {"number": last.number})
    number = last.number + 1 if last else 1
    introduction = dict(last.introduction) if last else {}
    made = _draft(question_set, number, introduction, by, at)
    if last:
        _copy_questions(last, made)
    return made


@transaction.atomic
def describe_draft(
    edition: SetEdition, *, facts: SetFacts, by: Actor, at: datetime
) -> SetEdition:
    """Change the name of the form, and what stands above the questions of a draft."""
    require_editor(by, at)
    row = locked_draft(edition)
    names = check_texts("names", facts.names, LONGEST_NAME, required=True)
    before = {"names": row.question_set.names, "introduction": row.introduction}
    row.introduction = check_texts(
        "introduction", facts.introduction, LONGEST_INTRODUCTION
    )
    row.save(update_fields=["introduction"])
    row.question_set.names = names
    row.question_set.save(update_fields=["names"])
    after = {"names": names, "introduction": row.introduction}
    record(
        "describe", "set_edition", row.uuid, by=by, at=at, before=before, after=after
    )
    return row


@transaction.atomic
def put_in_use(edition: SetEdition, *, by: Actor, at: datetime) -> SetEdition:
    """From now on it is given out, and its questions never change again.

    It replaces the edition before it; rounds that were opened with that one go on.
    """
    require_editor(by, at)
    row = locked_draft(edition)
    if not row.questions.exists():
        text = pgettext("refusal", "A form in use has at least one question.")
        raise FormRefused("", text)
    row.question_set.editions.in_use().update(state=State.REPLACED)
    row.state, row.used_since = State.IN_USE, at
    row.save(update_fields=["state", "used_since"])
    record("put_in_use", "set_edition", row.uuid, by=by, at=at, after=_said(row))
    return row


@transaction.atomic
def discard_draft(edition: SetEdition, *, by: Actor, at: datetime) -> None:
    """Throw a draft away; a form without any other edition goes with it."""
    require_editor(by, at)
    row = locked_draft(edition)
    record("discard_draft", "set_edition", row.uuid, by=by, at=at, before=_said(row))
    row.delete()
    if not row.question_set.editions.exists():
        row.question_set.delete()


def _create(
    code: str, facts: SetFacts, kind: str, by: Actor, at: datetime
) -> SetEdition:
    check_new_code(code)
    names = check_texts("names", facts.names, LONGEST_NAME, required=True)
    introduction = check_texts("introduction", facts.introduction, LONGEST_INTRODUCTION)
    made = QuestionSet.objects.create(code=code, names=names, kind=kind)
    after = {"code": code, "names": names, "kind": kind}
    record("create", "question_set", made.uuid, by=by, at=at, after=after)
    return _draft(made, 1, introduction, by, at)


def _draft(
    owner: QuestionSet,
    number: int,
    introduction: Mapping[str, str],
    by: Actor,
    at: datetime,
) -> SetEdition:
    made = SetEdition.objects.create(
        question_set=owner,
        number=number,
        introduction=dict(introduction),
        created_at=at,
        created_by=by,
    )
    record("draft", "set_edition", made.uuid, by=by, at=at, after=_said(made))
    return made


def _copy_questions(source: SetEdition, target: SetEdition) -> None:
    Question.objects.bulk_create(
        Question(
            edition=target,
            position=row.position,
            kind=row.kind,
            texts=row.texts,
            helps=row.helps,
            required=row.required,
            lowest=row.lowest,
            highest=row.highest,
            options=row.options,
        )
        for row in source.questions.all()
    )


def _said(row: SetEdition) -> dict[str, str | int]:
    return {"code": row.question_set.code, "number": row.number}
