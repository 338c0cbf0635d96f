"""How long the domain's write path takes, against a bare bulk insert of the same rows."""

from time import perf_counter

from django.db import transaction

from benchmarks.dataset import AT, make_bench, records
from mwalimu.accounts.operations import system_actor
from mwalimu.shared.ids import new_id
from mwalimu.trainings.models import Participation, Training, TrainingTrainer
from mwalimu.trainings.operations import record_verified_many

CHUNK = 500


class Undo(Exception):
    """Raised to roll the bare insert back."""


def fill(scale: float) -> dict:
    """Store the bench data set; seconds of each step."""
    started = perf_counter()
    bench = make_bench(scale)
    people = perf_counter() - started
    batch = list(records(bench, scale))
    started = perf_counter()
    report = record_verified_many(
        batch,
        entered_by=bench.by,
        verified_by=system_actor("bench verification"),
        at=AT,
    )
    imported = perf_counter() - started
    assert not report.refused, report.refused[0]
    bare = bare_insert()
    return {
        "people_s": people,
        "import_s": imported,
        "bare_s": bare,
        "ratio": imported / bare,
        "participations": report.people,
    }


def bare_insert() -> float:
    """Seconds for bulk_create of the same trainings and their rows, then rolled back."""
    trainings = list(Training.objects.order_by("pk"))
    old = {training.pk: training for training in trainings}
    through = Training.topics.through
    links = list(through.objects.all())
    children = [list(TrainingTrainer.objects.all()), list(Participation.objects.all())]
    for training in trainings:
        training.pk, training.uuid, training.source_key = None, new_id(), None
    try:
        with transaction.atomic():
            started = perf_counter()
            Training.objects.bulk_create(trainings, batch_size=CHUNK)
            for link in links:
                link.pk, link.training_id = None, old[link.training_id].pk
            through.objects.bulk_create(links, batch_size=CHUNK)
            for rows in children:
                for row in rows:
                    row.pk, row.training_id = None, old[row.training_id].pk
                type(rows[0]).objects.bulk_create(rows, batch_size=CHUNK)
            seconds = perf_counter() - started
            raise Undo
    except Undo:
        return seconds
