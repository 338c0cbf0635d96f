"""Thousands of verified records by the same checks."""

from dataclasses import replace

import pytest

from mwalimu.trainings.models import Participation, Status, Training
from mwalimu.trainings.operations import NotAllowed, Record, record_verified_many
from mwalimu.trainings.signals import training_verified
from tests.cast import AT
from tests.trainings.making import counts, named


@pytest.fixture
def record_all(system, team):
    """Record a batch that the system entered and the project team verified."""

    def run(*batch, **options):
        return record_verified_many(
            batch, entered_by=system, verified_by=team.actor, at=AT, **options
        )

    return run


def test_a_batch_is_verified_and_announced_once(facts, kenya, record_all):
    heard = []

    def listen(trainings, **_):
        heard.append([training.pk for training in trainings])

    training_verified.connect(listen)
    people = named("Asha Otieno", "Mary Wafula", member=kenya)
    report = record_all(
        Record(facts, "workbook", "row 1"),
        Record(replace(facts, participations=people), "workbook", "row 2"),
    )
    training_verified.disconnect(listen)
    assert (report.recorded, report.people, report.refused) == (2, 42, [])
    assert heard == [sorted(Training.objects.values_list("pk", flat=True))]
    assert Participation.objects.count() == 2


def test_one_wrong_record_does_not_lose_the_others(facts, kenya, record_all):
    wrong = Record(
        replace(facts, head_counts=counts(-5, member=kenya)), "workbook", "2"
    )
    report = record_all(Record(facts, "workbook", "1"), wrong)
    assert report.recorded == 1
    [(record, [problem])] = report.refused
    assert record is wrong
    assert (problem.field, problem.value) == ("head_counts[0].count", "-5")


def test_the_same_batch_twice_changes_nothing(facts, record_all):
    batch = [Record(facts, "workbook", "1"), Record(facts, "workbook", "2")]
    record_all(*batch)
    again = record_all(*batch)
    assert (again.recorded, len(again.refused)) == (0, 2)
    assert Training.objects.count() == 2


def test_a_key_twice_in_one_batch_is_recorded_once(facts, record_all):
    report = record_all(Record(facts, "workbook", "1"), Record(facts, "workbook", "1"))
    assert (report.recorded, len(report.refused)) == (1, 1)


def test_nobody_verifies_a_batch_that_they_entered(facts, system):
    with pytest.raises(NotAllowed):
        record_verified_many(
            [Record(facts, "demo")], entered_by=system, verified_by=system, at=AT
        )


def test_a_coordinator_verifies_a_batch_of_their_own_host_only(
    facts, uganda, uganda_trainer, system, kenya_coordinator
):
    abroad = replace(facts, host=uganda)
    report = record_verified_many(
        [Record(facts, "demo", "1"), Record(abroad, "demo", "2")],
        entered_by=system,
        verified_by=kenya_coordinator.actor,
        at=AT,
    )
    assert report.recorded == 1
    assert [record.source_key for record, _ in report.refused] == ["2"]


def test_what_is_recorded_in_bulk_counts_and_can_be_corrected(facts, record_all):
    record_all(Record(facts, "workbook", "1"))
    training = Training.objects.counted().get()
    assert (training.status, training.people) == (Status.VERIFIED, 20)
    assert [row.member.code for row in training.members.all()] == ["KE"]


def test_progress_is_told_after_each_chunk(facts, record_all):
    seen = []
    record_all(*[Record(facts, "demo") for _ in range(3)], on_progress=seen.append)
    assert seen == [3]
