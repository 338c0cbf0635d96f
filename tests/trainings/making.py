"""Trainings for tests: the facts of a plain one, and its way to verified."""

from mwalimu.shared.dates import PartialDate
from mwalimu.trainings.operations import (
    CountEntry,
    NamedEntry,
    NewPerson,
    TrainerEntry,
    TrainingFacts,
    record_training,
    submit_training,
    verify_training,
)
from tests.cast import AT


def counts(*numbers, member=None):
    """Head-counts of women of Customs, men of Customs, women of the private sector."""
    groups = [("customs", "F"), ("customs", "M"), ("private", "F")]
    return tuple(
        CountEntry(sector, sex, number, member)
        for (sector, sex), number in zip(groups, numbers, strict=False)
    )


def named(*names, member=None):
    """Women of Customs who get a record with the training."""
    return tuple(
        NamedEntry(NewPerson(name), "customs", "F", member=member) for name in names
    )


def plain(host, topic, trainer, **changes):
    """Three days in November 2023 in the host's capital, 12 women and 8 men."""
    facts = {
        "title": "Classification of machinery",
        "host": host,
        "starts": PartialDate.parse("2023-11-06"),
        "ends": PartialDate.parse("2023-11-08"),
        "mode": "in_person",
        "topics": (topic,),
        "place": "Nairobi",
        "hours": 18,
        "language": "en",
        "trainers": (TrainerEntry(trainer, "lead"),),
        "head_counts": counts(12, 8, member=host),
    }
    return TrainingFacts(**(facts | changes))


def submitted(facts, by, at=AT):
    """A record that waits to be verified."""
    training = record_training(facts=facts, source="form", by=by, at=at)
    return submit_training(training, by=by, at=at)


def verified(facts, by, verifier, at=AT):
    """A record that counts."""
    return verify_training(submitted(facts, by, at), by=verifier, at=at)
