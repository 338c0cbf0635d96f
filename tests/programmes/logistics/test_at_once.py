"""Two of the team set the same steps at once: one after the other, and one row each."""

import threading

import pytest
from django.db import connection

from mwalimu.programmes.models import Arrangement
from mwalimu.programmes.operations.logistics import set_many
from tests.cast import AT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has one writer at a time"
)
def test_two_who_set_the_same_steps_at_once_make_one_row_each(session, both, team):
    steps = [(person.uuid, "visa") for person in both]
    begin, failed = threading.Barrier(2), []

    def set_all(state, order):
        try:
            begin.wait()
            for _ in range(5):
                set_many(session, steps[::order], state=state, by=team.actor, at=AT)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    workers = [
        threading.Thread(target=set_all, args=each)
        for each in (("asked", 1), ("done", -1))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failed == []
    assert Arrangement.objects.filter(step="visa").count() == 2
    assert len(set(Arrangement.objects.values_list("state", flat=True))) == 1
