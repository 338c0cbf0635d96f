"""Answering a round once, and forgetting who did."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record, record_many
from mwalimu.forms.engine import Fault, Given, read_all
from mwalimu.forms.models import Answer, Receipt, Response, Round
from mwalimu.forms.operations.checks import FormRefused
from mwalimu.people.models import Person


class AnswersRefused(FormRefused):
    """Nothing was taken; `faults` says which questions (primary keys) are wrong."""

    def __init__(self, faults: Mapping[int, Fault]) -> None:
        super().__init__("", pgettext("refusal", "Some answers need a change."))
        self.faults = faults


class RoundClosed(FormRefused):
    """The round takes no answers at that instant."""


class AlreadyAnswered(FormRefused):
    """This person has answered; the first answer stands."""


@transaction.atomic
def answer_round(
    row: Round,
    *,
    person: Person,
    sent: Mapping[int, Sequence[str]],
    by: Actor,
    at: datetime,
) -> None:
    """Take what a person sent for the questions (primary keys), once.

    The audit trail says that they answered, as the receipt does, and nothing of what.
    """
    found: Round = Round.objects.select_for_update().get(pk=row.pk)
    if not found.opens_at <= at < found.closes_at:
        text = pgettext(
            "refusal",
            "This evaluation is closed: your answers were not taken. What you wrote is"
            " still on this page; copy it and send it to the project team.",
        )
        raise RoundClosed("", text)
    if found.receipts.filter(person=person).exists():
        text = pgettext(
            "refusal", "You have answered already: your first answers stand."
        )
        raise AlreadyAnswered("", text)
    questions = [question.asked for question in found.edition.questions.all()]
    given, faults = read_all(questions, sent)
    if faults:
        raise AnswersRefused(faults)
    if not given:
        text = pgettext("refusal", "Answer one question at least.")
        raise FormRefused("", text)
    Receipt.objects.create(round=found, person=person)
    _put_among_the_others(found, given)
    record("answer", "round", found.uuid, by=by, at=at)


def _put_among_the_others(row: Round, given: Mapping[int, Given]) -> None:
    """Write the response, and every other one of the round anew, in a random order.

    So neither the place of a row nor the transaction that wrote it, which databases show,
    tells which response came with which receipt.
    """
    responses = list(row.responses.all())
    answers = list(Answer.objects.filter(response__round=row))
    made = Response(round=row)
    responses.append(made)
    answers += [
        Answer(response=made, question_id=key, choice=choice, text=text)
        for key, each in given.items()
        for choice, text in _columns(each)
    ]
    Answer.objects.filter(response__round=row).delete()
    row.responses.all().delete()
    by_chance: Any = {"key": lambda each: each.pk}
    Response.objects.bulk_create(sorted(responses, **by_chance))
    Answer.objects.bulk_create(sorted(answers, **by_chance), batch_size=500)


def _columns(given: Given) -> list[tuple[str, str]]:
    if given.text:
        return [("", given.text)]
    return [(choice, "") for choice in given.choices]


def forget_receipts(person: Person) -> None:
    """Nobody knows any more that the person answered.

    Called inside the transaction that erases the person.
    """
    Receipt.objects.filter(person=person).delete()


@transaction.atomic
def drop_receipts(keys: Sequence[Any], *, by: Actor, at: datetime) -> int:
    """Who answered goes when its time is over; what was answered stays."""
    rows = Receipt.objects.filter(pk__in=keys)
    uuids = set(rows.values_list("round__uuid", flat=True))
    record_many("drop_receipts", "round", [(uuid, {}) for uuid in uuids], by=by, at=at)
    gone: int = rows.delete()[0]
    return gone
