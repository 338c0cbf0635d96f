"""Numbers of awards have no gaps, also where two decide at once."""

from datetime import date
from importlib import import_module
from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from mwalimu.accounts.operations import record
from mwalimu.qualification.models import Award, AwardSeries
from mwalimu.qualification.operations import AwardEntry, award_many
from tests.cast import AT, make_person

DAY = date(2023, 1, 1)
past = import_module("mwalimu.qualification.migrations.0004_past_of_awards")


@pytest.fixture
def give(system, kenya, topics, team):
    """Awards for new people, given together."""

    def make(*places):
        entries = [
            AwardEntry(
                make_person(f"Person {code} {year}", system, kenya),
                topics[code],
                kenya,
                date(year, 1, 1),
            )
            for code, year in places
        ]
        return [row.number for row in award_many(entries, by=team.actor, at=AT)]

    return make


def test_awards_are_numbered_by_topic_and_year_of_their_first_day(give):
    first = give(("HS", 2023), ("CV", 2023), ("HS", 2024), ("HS", 2023))
    assert first == [
        "MT-HS-2023-0001",
        "MT-CV-2023-0001",
        "MT-HS-2024-0001",
        "MT-HS-2023-0002",
    ]
    assert give(("HS", 2023)) == ["MT-HS-2023-0003"]


def test_what_is_rolled_back_leaves_no_gap(give):
    give(("HS", 2023))
    with transaction.atomic():
        assert give(("HS", 2023)) == ["MT-HS-2023-0002"]
        transaction.set_rollback(True)
    assert give(("HS", 2023)) == ["MT-HS-2023-0002"]


@pytest.mark.django_db(transaction=True)
def test_two_at_once_leave_no_gap(transactional_db, give, team, topics, kenya, system):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: nothing to race for")
    people = [make_person(f"Person {n}", system, kenya) for n in range(8)]
    both, failed = Barrier(2), []

    def decide(some):
        both.wait()
        try:
            for person in some:
                entry = AwardEntry(person, topics["HS"], kenya, date(2023, 1, 1))
                award_many([entry], by=team.actor, at=AT)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [
        Thread(target=decide, args=[half]) for half in (people[::2], people[1::2])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(Award.objects.values_list("number", flat=True))
    assert failed == []
    assert numbers == [f"MT-HS-2023-{n:04}" for n in range(1, 9)]


def test_awards_from_before_get_numbers_and_history(kenya_trainer, team):
    old = Award.objects.get()
    Award.objects.update(ended_on=date(2022, 5, 1), end_reason="left")
    record("end_award", "award", old.uuid, by=team.actor, at=AT)
    past.write_past(apps, None)
    old.refresh_from_db()
    assert old.number == "MT-HS-2018-0001"
    lines = old.events.values_list("kind", "day", "reason", "by")
    assert list(lines) == [
        ("awarded", date(2018, 1, 1), "", old.decided_by_id),
        ("ended", date(2022, 5, 1), "left", team.actor.pk),
    ]
    assert AwardSeries.objects.get().last == 1


def test_many_awards_take_as_many_queries_as_one(system, kenya, topics, team):
    taken = []
    for number in (1, 3):
        people = [make_person(f"Person {n}", system, kenya) for n in range(number)]
        wanted = [AwardEntry(each, topics["HS"], kenya, DAY) for each in people]
        with CaptureQueriesContext(connection) as queries:
            award_many(wanted, by=team.actor, at=AT)
        taken.append(len(queries))
    assert taken[1] <= taken[0]  # the first award of a topic and year opens its series
