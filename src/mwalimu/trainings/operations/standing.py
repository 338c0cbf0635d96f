"""Whether an actor may act on a record, and whether it still stands as they saw it."""

from datetime import datetime

from django.db.models import F
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.trainings.models import Status, Training
from mwalimu.trainings.operations.problems import (
    ChangedMeanwhile,
    NotAllowed,
    Problem,
    TrainingRefused,
)
from mwalimu.trainings.permissions import PREDICATES, STATUSES, Action


def require(action: Action, training: Training, *, by: Actor, at: datetime) -> None:
    """Refuse what the status does not allow, and actors who may not do it."""
    if not training.latest or training.status not in STATUSES[action]:
        wrong = pgettext(
            "problem",
            "The record is %(status)s by now, so this can no longer be done. "
            "Nothing was changed: look at the record as it is.",
        )
        text = wrong % {"status": training.get_status_display()}
        raise TrainingRefused([Problem.of("status", training.status, text)])
    if not PREDICATES[action](acting_viewer(by, at.date()), by, training):
        raise NotAllowed(f"{action.value} {training.uuid} ({training.status})")


def claim(
    training: Training,
    statuses: tuple[Status, ...],
    revision: int | None,
    **changes: object,
) -> None:
    """Change a row only if it still stands as the actor saw it.

    Of two who act at the same moment one wins, the other gets ChangedMeanwhile: the
    condition is in the update itself. `revision` None means the one in hand. The object
    in hand is brought up to date.
    """
    seen = training.revision if revision is None else revision
    done = Training.objects.filter(
        pk=training.pk, latest=True, status__in=statuses, revision=seen
    ).update(**changes, revision=F("revision") + 1)
    training.refresh_from_db()
    if done != 1:
        wrong = pgettext(
            "problem",
            "Somebody else changed this record while you had it open; it is "
            "%(status)s now. Nothing of theirs was overwritten and nothing of yours "
            "was saved: look at the record, then decide again.",
        )
        text = wrong % {"status": training.get_status_display()}
        raise ChangedMeanwhile([Problem.of("status", training.status, text)])
