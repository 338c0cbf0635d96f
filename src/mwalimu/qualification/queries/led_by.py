"""Whether a training was given by a Master Trainer, judged on its first day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from mwalimu.qualification.engine import Pause, Term
from mwalimu.qualification.models import Award
from mwalimu.trainings.models import Training, TrainingTrainer


class LedBy(StrEnum):
    """Who gave a training: the two published indicators, never mixed."""

    MASTER_TRAINER = "master_trainer"  # one held the award on the first day
    LATER = "later"  # one was or became a Master Trainer, none held it that day
    OTHER = "other"


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
    held = terms_of({person for _, person in trainers})
    found: defaultdict[int, list[Term]] = defaultdict(list)
    for training, person in trainers:
        for topic in topics[training]:
            found[training] += held.get((person, topic), ())
    return found


def terms_of(people: Iterable[int]) -> dict[tuple[int, int], list[Term]]:
    """By person and topic (primary keys): the terms of the awards, in one query."""
    rows = Award.objects.filter(person__in=list(people)).values_list(
        "pk",
        "person",
        "topic",
        "valid_from",
        "ended_on",
        "valid_until",
        "suspensions__since",
        "suspensions__until",
    )
    pauses: defaultdict[int, list[Pause]] = defaultdict(list)
    bare = {}
    for key, person, topic, since, ended, until, paused, resumed in rows:
        bare[key] = (person, topic, since, ended, until)
        if paused:
            pauses[key].append(Pause(paused, resumed))
    found: defaultdict[tuple[int, int], list[Term]] = defaultdict(list)
    for key, (person, topic, since, ended, until) in bare.items():
        found[person, topic].append(Term(since, ended, until, tuple(pauses[key])))
    return found
