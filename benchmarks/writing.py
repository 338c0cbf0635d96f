"""How long the domain's write path takes, against a bare bulk insert of the same rows.

Each is a step on a copy of the same instance, whose tables of trainings are empty.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import transaction

from benchmarks.dataset import AT, TRAININGS, Bench, load, records
from benchmarks.timing import Machine
from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import system_actor
from mwalimu.trainings.models import Participation, Status, Training, TrainingTrainer
from mwalimu.trainings.operations import Record, record_verified_many

CHUNK = 500
Topics = Training.topics.through


class Preparation:
    """Hands out what is prepared and knows how long the preparing took."""

    def __init__(self, source: Iterable[Any], clock: Callable[[], float]) -> None:
        self.source, self.clock = iter(source), clock
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Any]:
        while True:
            started = self.clock()
            found = next(self.source, None)
            self.seconds += self.clock() - started
            if found is None:
                return
            yield found


def imported(scale: float) -> dict[str, Any]:
    """Seconds of the domain's bulk path: checks, audit, search words and figures too."""
    bench, clock = load(), Machine().seconds
    batch = Preparation(records(bench, int(TRAININGS * scale)), clock)
    verifying = system_actor("bench verification")
    started = clock()
    report = record_verified_many(
        batch, entered_by=bench.by, verified_by=verifying, at=AT
    )
    seconds = clock() - started - batch.seconds
    assert not report.refused, report.refused[0]
    return {"seconds": seconds, "participations": report.people}


def bare_insert(scale: float) -> dict[str, float]:
    """Seconds of bulk_create of the same trainings and their rows, with the commit."""
    bench, clock = load(), Machine().seconds
    batch = records(bench, int(TRAININGS * scale))
    chunks = Preparation(bare_chunks(bench, batch), clock)
    started = clock()
    with transaction.atomic():
        for trainings, children in chunks:
            Training.objects.bulk_create(trainings)
            for rows in children:
                for training, row in rows:
                    row.training_id = training.pk
                made = [row for _, row in rows]
                type(made[0])._default_manager.bulk_create(made)
    return {"seconds": clock() - started - chunks.seconds}


def bare_chunks(bench: Bench, batch: Iterator[Record]) -> Iterator[Any]:
    """Unsaved rows of 500 trainings at a time: the trainings, and three kinds of rows."""
    verifying = system_actor("bench verification")
    while chunk := list(islice(batch, CHUNK)):
        pairs = [(bare_training(row, bench.by, verifying), row) for row in chunk]
        topics = [
            (training, Topics(topic_id=topic.pk))
            for training, row in pairs
            for topic in row.facts.topics
        ]
        trainers = [
            (training, bare_trainer(entry))
            for training, row in pairs
            for entry in row.facts.trainers
        ]
        named = [
            (training, bare_participation(entry))
            for training, row in pairs
            for entry in row.facts.participations
        ]
        yield [training for training, _ in pairs], (topics, trainers, named)


def bare_training(row: Record, entered_by: Actor, decided_by: Actor) -> Training:
    """The row that the import writes."""
    facts = row.facts
    return Training(
        status=Status.VERIFIED,
        title=facts.title,
        host=facts.host,
        starts_on=facts.starts.first,
        starts_precision=facts.starts.precision,
        ends_on=facts.ends.last,
        ends_precision=facts.ends.precision,
        hours=facts.hours,
        mode=facts.mode,
        language=facts.language,
        counted_topic=facts.counted_topic,
        lead_member=facts.trainers[0].member,
        people=facts.people,
        source=row.source,
        source_key=row.source_key,
        synthetic=row.synthetic,
        entered_by=entered_by,
        entered_at=AT,
        submitted_at=AT,
        decided_by=decided_by,
        decided_at=AT,
        counted_from=AT,
    )


def bare_trainer(entry: Any) -> TrainingTrainer:
    """The row that the import writes, but for its training."""
    return TrainingTrainer(person=entry.person, member=entry.member, role=entry.role)


def bare_participation(entry: Any) -> Participation:
    """The row that the import writes, but for its training."""
    return Participation(
        person=entry.person, member=entry.member, sector=entry.sector, sex=entry.sex
    )
