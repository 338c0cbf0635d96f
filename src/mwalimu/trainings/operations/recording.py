"""The working copy of a record: entered, edited, opened again as a correction."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.queries import acting_viewer
from mwalimu.trainings.models import EDITABLE, Status, Training
from mwalimu.trainings.operations.checks import problems_in
from mwalimu.trainings.operations.facts import TrainingFacts, facts_of
from mwalimu.trainings.operations.indexing import forget_trainings, index_trainings
from mwalimu.trainings.operations.problems import Problem, TrainingRefused
from mwalimu.trainings.operations.standing import claim, require
from mwalimu.trainings.operations.writing import (
    COLUMNS,
    delete_children,
    fill,
    insert_children,
    summary,
)
from mwalimu.trainings.permissions import Action, may_record


def refuse_if(problems: list[Problem]) -> None:
    """Raise TrainingRefused when there is any problem."""
    if problems:
        raise TrainingRefused(problems)


@transaction.atomic
def record_training(
    *,
    facts: TrainingFacts,
    source: str,
    by: Actor,
    at: datetime,
    source_key: str | None = None,
    synthetic: bool = False,
) -> Training:
    """A new draft. Raises TrainingRefused.

    A `source_key` that was used before is refused: the same row sent twice is one
    training.
    """
    refuse_if(problems_in(facts, at))
    training = Training(
        source=source,
        source_key=source_key,
        synthetic=synthetic,
        entered_by=by,
        entered_at=at,
    )
    fill([(training, facts)])
    _refuse_strangers(training, facts, by, at)
    try:
        with transaction.atomic():
            training.save(force_insert=True)
    except IntegrityError:
        raise TrainingRefused([already_recorded(source_key)]) from None
    insert_children([(training, facts)], by=by, at=at)
    record("record", "training", training.uuid, by=by, at=at, after=summary(training))
    return training


def already_recorded(source_key: str | None) -> Problem:
    """The problem of a key that was used before."""
    wrong = pgettext(
        "problem", "This record came in before: open that one instead of a second."
    )
    return Problem.of("source_key", source_key, wrong)


def _refuse_strangers(
    training: Training, facts: TrainingFacts, by: Actor, at: datetime
) -> None:
    members = {row.member.pk for row in facts.trainers if row.member}
    if training.lead_member_id:
        members.add(training.lead_member_id)
    trainers = frozenset(row.person.pk for row in facts.trainers)
    if not may_record(
        acting_viewer(by, at.date()),
        host=training.host_id,
        trainers=trainers,
        members=frozenset(members),
    ):
        wrong = pgettext(
            "problem",
            "You record trainings that your administration hosts, that its trainers "
            "led, or that you taught yourself: choose that host, or name that trainer.",
        )
        raise TrainingRefused([Problem.of("host", facts.host, wrong)])


@transaction.atomic
def edit_training(
    training: Training,
    *,
    facts: TrainingFacts,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> Training:
    """Put new facts in place of those of a draft or a returned record.

    `revision`: the one the editor saw; raises ChangedMeanwhile when there is a newer
    one, whatever it changed. Raises TrainingRefused, NotAllowed.
    """
    require(Action.EDIT, training, by=by, at=at)
    refuse_if(problems_in(facts, at))
    before = summary(training)
    draft = Training(pk=training.pk)
    fill([(draft, facts)])
    _refuse_strangers(draft, facts, by, at)
    changes = {name: getattr(draft, name) for name in COLUMNS}
    claim(training, EDITABLE, revision, **changes)
    delete_children(training)
    insert_children([(training, facts)], by=by, at=at)
    after = summary(training)
    record("edit", "training", training.uuid, by=by, at=at, before=before, after=after)
    return training


@transaction.atomic
def start_correction(training: Training, *, by: Actor, at: datetime) -> Training:
    """The next version of a verified record, as a draft with the same content.

    The verified version keeps counting until the next one is verified.
    """
    require(Action.CORRECT, training, by=by, at=at)
    facts = facts_of(training)
    claim(training, (Status.VERIFIED,), None, latest=False)
    highest = Training.objects.filter(uuid=training.uuid).latest("version")
    following = Training(
        uuid=training.uuid,
        version=highest.version + 1,
        source=training.source,
        source_key=training.source_key,
        synthetic=training.synthetic,
        entered_by=by,
        entered_at=at,
    )
    fill([(following, facts)])
    following.lead_member = training.lead_member
    following.save(force_insert=True)
    insert_children([(following, facts)], by=by, at=at)
    forget_trainings([training.pk])
    after = {"version": following.version}
    record("start_correction", "training", training.uuid, by=by, at=at, after=after)
    return following


@transaction.atomic
def drop_correction(training: Training, *, by: Actor, at: datetime) -> Training:
    """Give up a correction: the version that counts is the newest again; returned."""
    require(Action.DROP, training, by=by, at=at)
    claim(training, EDITABLE, None, latest=False, status=Status.VOIDED)
    counted: Training = Training.objects.counted().get(uuid=training.uuid)
    Training.objects.filter(pk=counted.pk).update(latest=True)
    counted.refresh_from_db()
    forget_trainings([training.pk])
    index_trainings([(counted, facts_of(counted))])
    before = {"version": training.version}
    record("drop_correction", "training", training.uuid, by=by, at=at, before=before)
    return counted
