"""Two verifications at once: both are counted, and neither waits for ever."""

import threading

import pytest
from django.db import connection, transaction

from mwalimu.figures.queries import figure
from mwalimu.people.permissions import OPERATOR
from mwalimu.trainings.models import Training
from mwalimu.trainings.signals import training_verified

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has one writer at a time"
)
def test_two_verifications_at_once_are_both_counted(world):
    people = world.people(5)
    trainings = [
        world.record(
            named=[(people[:3], "KE", "customs", "F")],
            heads=[(10, "UG", "private", "M")],
        )
        for _ in range(6)
    ]
    begin, failed = threading.Barrier(2), []

    def verify(some):
        try:
            begin.wait()
            for training in some:
                with transaction.atomic():
                    training_verified.send(Training, trainings=[training])
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    halves = (trainings[::2], trainings[1::2])
    workers = [threading.Thread(target=verify, args=(half,)) for half in halves]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failed == []
    assert figure("participations", viewer=OPERATOR).total.value == 78
    assert figure("persons", viewer=OPERATOR).total.at_most == 63
