"""Opening, moving and closing a round of answers.

Who may do that is checked by the package that knows what the round is about.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.forms.engine import FEWEST
from mwalimu.forms.models import Round, SetEdition
from mwalimu.forms.operations.checks import FormRefused


@transaction.atomic
def open_round(
    edition: SetEdition,
    *,
    opens_at: datetime,
    closes_at: datetime,
    by: Actor,
    at: datetime,
) -> Round:
    """An edition in use is to be answered from one instant to another."""
    row = SetEdition.objects.select_for_update().get(pk=edition.pk)
    if row.state != SetEdition.State.IN_USE:
        text = pgettext("refusal", "This edition of the form is not in use.")
        raise FormRefused("edition", text)
    _check_order(opens_at, closes_at, at)
    made = Round.objects.create(
        edition=row, opens_at=opens_at, closes_at=closes_at, made_at=at, made_by=by
    )
    record("open", "round", made.uuid, by=by, at=at, after=_said(made))
    return made


@transaction.atomic
def move_round(
    row: Round, *, opens_at: datetime, closes_at: datetime, by: Actor, at: datetime
) -> Round:
    """Answers are taken from another instant, or until another one.

    Once results may have been read, no answer is added: two readings, before and after
    it, would tell what the one in between said.
    """
    found: Round = Round.objects.select_for_update().get(pk=row.pk)
    answers = found.responses.count()
    if found.closes_at <= at and answers >= FEWEST:
        text = pgettext(
            "refusal",
            "It is closed and its results can be read: it takes no more answers.",
        )
        raise FormRefused("", text)
    if answers and opens_at > at:
        text = pgettext("refusal", "Somebody has answered already: it stays open.")
        raise FormRefused("opens_on", text)
    _check_order(opens_at, closes_at, at)
    before = _said(found)
    found.opens_at, found.closes_at = opens_at, closes_at
    found.save(update_fields=["opens_at", "closes_at"])
    record("move", "round", found.uuid, by=by, at=at, before=before, after=_said(found))
    return found


@transaction.atomic
def close_round(row: Round, *, by: Actor, at: datetime) -> Round:
    """It takes no more answers from now on."""
    found: Round = Round.objects.select_for_update().get(pk=row.pk)
    if not found.opens_at <= at < found.closes_at:
        raise FormRefused("", pgettext("refusal", "It is not open."))
    before = _said(found)
    found.closes_at = at
    found.save(update_fields=["closes_at"])
    record(
        "close", "round", found.uuid, by=by, at=at, before=before, after=_said(found)
    )
    return found


@transaction.atomic
def drop_round(row: Round, *, by: Actor, at: datetime) -> None:
    """It was opened by mistake; not once somebody has answered."""
    found: Round = Round.objects.select_for_update().get(pk=row.pk)
    if found.responses.exists():
        text = pgettext("refusal", "Somebody has answered already: close it instead.")
        raise FormRefused("", text)
    record("drop", "round", found.uuid, by=by, at=at, before=_said(found))
    found.delete()


def _check_order(opens_at: datetime, closes_at: datetime, at: datetime) -> None:
    if closes_at <= opens_at:
        text = pgettext("refusal", "It closes before it opens.")
        raise FormRefused("closes_on", text)
    if closes_at <= at:
        text = pgettext("refusal", "That day is over: choose a later one.")
        raise FormRefused("closes_on", text)


def _said(row: Round) -> dict[str, str]:
    return {
        "opens_at": row.opens_at.isoformat(),
        "closes_at": row.closes_at.isoformat(),
    }
