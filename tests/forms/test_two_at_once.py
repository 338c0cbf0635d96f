"""The same person answers twice in the same moment; two people do, too."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from mwalimu.forms.models import Answer, Receipt, Response
from mwalimu.forms.operations import AlreadyAnswered


def together(*acts):
    both = Barrier(len(acts))

    def run(act):
        both.wait()
        try:
            act()
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture
def several_writers():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: nothing to race for")


@pytest.mark.django_db(transaction=True)
def test_one_answer_is_taken_and_the_other_is_told(
    transactional_db, several_writers, say, people
):
    told = []

    def answer(mark):
        try:
            say(people[0], mark)
        except AlreadyAnswered:
            told.append(mark)

    together(lambda: answer("1"), lambda: answer("5"))
    assert len(told) == 1
    assert (Receipt.objects.count(), Response.objects.count()) == (1, 1)
    assert Answer.objects.get().choice not in told


@pytest.mark.django_db(transaction=True)
def test_of_six_people_at_once_nobody_is_lost(
    transactional_db, several_writers, say, people
):
    together(*(lambda person=person: say(person, "3") for person in people))
    assert (Receipt.objects.count(), Response.objects.count()) == (6, 6)
    assert Answer.objects.filter(choice="3").count() == 6
