"""Whether a training was given by a Master Trainer, judged on its first day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mwalimu.qualification.models import Award
from mwalimu.trainings.models import Training, TrainingTrainer


class LedBy(StrEnum):
    """Who gave a training: the two published indicators, never mixed."""

    MASTER_TRAINER = "master_trainer"  # one held the award on the first day
    LATER = "later"  # one was or became a Master Trainer, none held it that day
    OTHER = "other"


@dataclass(frozen=True)
class Term:
    """Days on which an award holds: from `since`, up to but without `ended`."""

    since: date
    ended: date | None

    def holds_on(self, day: date) -> bool:
        """The award holds on that day."""
        return self.since <= day and (self.ended is None or day < self.ended)


def led_by(trainings: Iterable[Training]) -> dict[int, str]:
    """For each training (primary key): `master_trainer`, `later` or `other`.

    Master trainer: a trainer of it held an award in one of its topics on its first day;
    where only the month or year is known, on the first possible day. Later: a trainer
    held or holds such an award at any time, none of them that day. Three queries,
    whatever the number of trainings.
    """
    first_days = {training.pk: training.starts_on for training in trainings}
    if not first_days:
        return {}
    terms = _terms(first_days)
    return {pk: _judge(terms[pk], day) for pk, day in first_days.items()}


def _judge(terms: list[Term], day: date) -> str:
    if any(term.holds_on(day) for term in terms):
        return LedBy.MASTER_TRAINER
    return LedBy.LATER if terms else LedBy.OTHER


def _terms(trainings: Iterable[int]) -> defaultdict[int, list[Term]]:
    """For each training, the terms of its trainers' awards in its topics."""
    keys = list(trainings)
    teach = TrainingTrainer.objects.filter(training__in=keys)
    trainers = list(teach.values_list("training", "person"))
    topics = defaultdict(list)
    about = Training.topics.through.objects.filter(training__in=keys)
    for training, topic in about.values_list("training", "topic"):
        topics[training].append(topic)
    held = defaultdict(list)
    awards = Award.objects.filter(person__in={person for _, person in trainers})
    for person, topic, since, ended in awards.values_list(
        "person", "topic", "valid_from", "ended_on"
    ):
        held[person, topic].append(Term(since, ended))
    found: defaultdict[int, list[Term]] = defaultdict(list)
    for training, person in trainers:
        for topic in topics[training]:
            found[training] += held.get((person, topic), ())
    return found
