"""Two people verify the same record in the same moment, on a server of several writers."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from mwalimu.accounts.models import AuditLine
from mwalimu.trainings.models import Training
from mwalimu.trainings.operations import TrainingRefused, verify_training
from tests.cast import AT


@pytest.mark.django_db(transaction=True)
def test_one_wins_and_the_other_is_told(
    transactional_db, waiting, kenya_coordinator, team
):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: nothing to race for")
    both, said = Barrier(2), []

    def verify(actor):
        mine = Training.objects.get(pk=waiting.pk)
        both.wait()
        try:
            verify_training(mine, by=actor, at=AT)
            said.append("verified")
        except TrainingRefused as refused:
            said.append(refused.problems[0].field)
        finally:
            connection.close()

    threads = [
        Thread(target=verify, args=[one.actor]) for one in (kenya_coordinator, team)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["status", "verified"]
    assert AuditLine.objects.filter(verb="verify").count() == 1
    assert Training.objects.counted().count() == 1
