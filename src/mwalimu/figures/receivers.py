"""The cube listens to what is announced below, inside the same transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.dispatch import receiver

from mwalimu.figures import operations
from mwalimu.figures.queries.affected import trainings_judged_by
from mwalimu.qualification.models import Award
from mwalimu.qualification.signals import award_changed, award_decided, award_ended
from mwalimu.trainings.models import Training
from mwalimu.trainings.signals import (
    training_corrected,
    training_verified,
    training_voided,
)


@receiver(training_verified, dispatch_uid="figures.verified")
def on_verified(*, trainings: Sequence[Training], **_more: Any) -> None:
    operations.count_trainings(trainings)


@receiver(training_corrected, dispatch_uid="figures.corrected")
def on_corrected(*, pairs: Sequence[tuple[Training, Training]], **_more: Any) -> None:
    operations.replace_trainings(
        entering=[current for _, current in pairs],
        leaving=[previous for previous, _ in pairs],
    )


@receiver(training_voided, dispatch_uid="figures.voided")
def on_voided(*, trainings: Sequence[Training], **_more: Any) -> None:
    operations.stop_counting(trainings)


@receiver([award_decided, award_ended, award_changed], dispatch_uid="figures.judged")
def on_judged(
    *, awards: Sequence[Award], at: datetime | None = None, **_more: Any
) -> None:
    """`at`: when it was decided; without it, when the newest of the awards was."""
    since = at or max((award.decided_at for award in awards), default=None)
    if since is not None:
        operations.judge_again(trainings_judged_by(awards), at=since)
