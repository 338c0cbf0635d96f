"""What `qualification` does when people, awards and trainings change."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.dispatch import receiver

from mwalimu.people.models import Person
from mwalimu.people.signals import person_edited, person_erased
from mwalimu.qualification.models import Award, AwardEvent, Decision, WaiverRow
from mwalimu.qualification.operations.accreditation.forgetting import (
    forget_accreditations,
)
from mwalimu.qualification.operations.pool import (
    forget_profile,
    refresh_pool,
    refresh_trainers,
)
from mwalimu.qualification.signals import award_changed, award_decided, award_ended
from mwalimu.trainings.models import Training
from mwalimu.trainings.signals import (
    training_corrected,
    training_verified,
    training_voided,
)


@receiver(person_erased)
def forget_reasons(person: Person, **_rest: Any) -> None:
    """Reasons may tell who somebody was: they go; awards, decisions, history stay."""
    Award.objects.filter(person=person).update(end_reason="")
    AwardEvent.objects.filter(award__person=person).forget_reasons()
    Decision.objects.filter(person=person).forget_reasons()
    WaiverRow.objects.filter(person=person).update(reason="", withdrawn_reason="")


@receiver(person_erased)
def forget_on_paths(person: Person, **_rest: Any) -> None:
    """Reasons, remarks and documents go; steps and days of accreditations stay."""
    forget_accreditations(person)


@receiver(person_erased)
def forget_in_pool(person: Person, at: datetime, **_rest: Any) -> None:
    """What the person wrote goes, consents end, and nobody finds them any more."""
    forget_profile(person, at=at)


@receiver(person_edited)
def follow_person(person: Person, **_rest: Any) -> None:
    """Name and work are in the index of the pool."""
    refresh_pool([person.pk])


@receiver([award_decided, award_ended, award_changed])
def follow_awards(awards: Iterable[Award], **_rest: Any) -> None:
    """So are the awards with the days on which they hold."""
    refresh_pool({award.person_id for award in awards})


@receiver([training_verified, training_voided])
def follow_trainings(trainings: Sequence[Training], **_rest: Any) -> None:
    """And what was delivered, and when last."""
    refresh_trainers(trainings)


@receiver(training_corrected)
def follow_corrections(
    pairs: Sequence[tuple[Training, Training]], **_rest: Any
) -> None:
    """A correction may name other trainers, topics and days."""
    refresh_trainers([version for pair in pairs for version in pair])
