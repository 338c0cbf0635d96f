"""Two people do the same in the same moment, on a server of several writers."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from mwalimu.qualification.models import Accreditation, AccreditationEvent
from mwalimu.qualification.operations.accreditation import (
    AccreditationRefused,
    Candidate,
    propose,
    screen,
)
from tests.cast import AT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def several_writers(transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: nothing to race for")


def race(act):
    """Do it twice at once; what each was told."""
    both, said = Barrier(2), []

    def once():
        both.wait()
        try:
            act()
            said.append("done")
        except AccreditationRefused as refused:
            said.append(refused.message)
        finally:
            connection.close()

    threads = [Thread(target=once) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


def test_one_proposal_and_the_other_is_told(leader, grace, kenya):
    def act():
        candidates = [Candidate(grace, kenya)]
        propose(candidates, leader.expertise, by=leader.by, at=AT)

    assert race(act) == ["Grace Wanjiru is on this path already.", "done"]
    assert Accreditation.objects.count() == 1


def test_one_decision_and_the_other_is_told(leader, grace, kenya):
    row = leader.propose(grace, kenya)

    def act():
        screen([row], selected=True, by=leader.by, at=AT)

    said = race(act)
    assert said[1] == "done"
    assert "No phase is skipped" in said[0]
    assert AccreditationEvent.objects.filter(kind="selected").count() == 1


def test_one_assessment_and_the_other_is_told(leader, grace, kenya):
    row = leader.pre_accredited(grace, kenya)
    mission = leader.plan(row)
    said = race(lambda: leader.assess(mission))
    assert said[1] == "done"
    assert "final" in said[0]
    assert AccreditationEvent.objects.filter(kind="assessed").count() == 1
