"""From the working copy to what is counted, and out of it again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.shared.texts import is_readable
from mwalimu.trainings.models import EDITABLE, Status, Training
from mwalimu.trainings.operations.checks import missing_for_submission, problems_in
from mwalimu.trainings.operations.facts import facts_of
from mwalimu.trainings.operations.problems import Problem, TrainingRefused
from mwalimu.trainings.operations.recording import refuse_if
from mwalimu.trainings.operations.standing import claim, require
from mwalimu.trainings.permissions import STATUSES, Action
from mwalimu.trainings.signals import (
    training_corrected,
    training_returned,
    training_verified,
    training_voided,
)

LONGEST_REASON = 2000


@transaction.atomic
def submit_training(
    training: Training, *, by: Actor, at: datetime, revision: int | None = None
) -> Training:
    """Hand in a draft or a returned record. Refused while anything is missing."""
    require(Action.SUBMIT, training, by=by, at=at)
    facts = facts_of(training)
    refuse_if([*problems_in(facts, at), *missing_for_submission(facts, at)])
    claim(
        training,
        EDITABLE,
        revision,
        status=Status.SUBMITTED,
        submitted_at=at,
        decided_by=None,
        decided_at=None,
        reason="",
    )
    _record_step("submit", training, by, at)
    return training


@transaction.atomic
def verify_training(
    training: Training, *, by: Actor, at: datetime, revision: int | None = None
) -> Training:
    """From now on figures count this version, and no longer the one before it.

    By somebody else than who entered it. Announces training_verified, or
    training_corrected where a version counted before.
    """
    require(Action.VERIFY, training, by=by, at=at)
    previous = Training.objects.counted().filter(uuid=training.uuid).first()
    claim(
        training,
        (Status.SUBMITTED,),
        revision,
        status=Status.VERIFIED,
        decided_by=by,
        decided_at=at,
        counted_from=at,
    )
    _record_step("verify", training, by, at)
    if previous is None:
        training_verified.send(Training, trainings=[training])
        return training
    Training.objects.filter(pk=previous.pk).update(counted_until=at)
    previous.refresh_from_db()
    training_corrected.send(Training, pairs=[(previous, training)])
    return training


@transaction.atomic
def return_training(
    training: Training,
    *,
    reason: str,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> Training:
    """Send a submitted record back to whoever entered it, saying what to change."""
    require(Action.RETURN, training, by=by, at=at)
    claim(
        training,
        (Status.SUBMITTED,),
        revision,
        status=Status.RETURNED,
        reason=_checked_reason(reason),
        decided_by=by,
        decided_at=at,
    )
    _record_step("return", training, by, at)
    training_returned.send(Training, trainings=[training])
    return training


@transaction.atomic
def void_training(
    training: Training,
    *,
    reason: str,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> Training:
    """It never happened: no version of it counts any longer. The record stays."""
    require(Action.VOID, training, by=by, at=at)
    counted = Training.objects.counted().filter(uuid=training.uuid).first()
    changes = {"status": Status.VOIDED, "reason": _checked_reason(reason)}
    claim(
        training,
        STATUSES[Action.VOID],
        revision,
        decided_by=by,
        decided_at=at,
        **changes,
    )
    if counted is not None:
        Training.objects.filter(pk=counted.pk).update(counted_until=at, **changes)
        counted.refresh_from_db()
        training.refresh_from_db()
    _record_step("void", training, by, at)
    if counted is not None:
        training_voided.send(Training, trainings=[counted])
    return training


def _checked_reason(reason: str) -> str:
    text = reason.strip()
    if not text:
        wrong = pgettext("problem", "Say why, in a sentence or two.")
        raise TrainingRefused([Problem.of("reason", reason, wrong)])
    if len(text) > LONGEST_REASON or not is_readable(text):
        wrong = pgettext("problem", "Write the reason in at most %(most)s characters.")
        raise TrainingRefused(
            [Problem.of("reason", text, wrong % {"most": LONGEST_REASON})]
        )
    return text


def _record_step(verb: str, training: Training, by: Actor, at: datetime) -> None:
    after = {"version": training.version, "status": str(training.status)}
    if training.reason:
        after["reason"] = training.reason
    record(verb, "training", training.uuid, by=by, at=at, after=after)
