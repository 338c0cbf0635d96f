"""From the working copy to what is counted, and out of it again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.dispatch import Signal

from mwalimu.accounts.models import AuditLine
from mwalimu.people.models import Person
from mwalimu.shared.dates import PartialDate
from mwalimu.trainings.models import Participation, Status, Training
from mwalimu.trainings.operations import (
    ChangedMeanwhile,
    NotAllowed,
    TrainerEntry,
    TrainingRefused,
    drop_correction,
    edit_training,
    facts_of,
    record_training,
    return_training,
    start_correction,
    submit_training,
    verify_training,
    void_training,
)
from mwalimu.trainings.signals import (
    training_corrected,
    training_verified,
    training_voided,
)
from tests.cast import AT
from tests.trainings.making import counts, named, plain, submitted, verified

LATER = AT + timedelta(days=3)


@pytest.fixture
def heard():
    """What was announced, as (announcement, its argument)."""
    lines = []
    announcements: dict[str, Signal] = {
        "verified": training_verified,
        "corrected": training_corrected,
        "voided": training_voided,
    }
    listeners = []
    for name, signal in announcements.items():

        def listen(name=name, **arguments):
            rows = arguments.get("trainings") or arguments.get("pairs")
            lines.append((name, list(rows)))

        signal.connect(listen)
        listeners.append((signal, listen))
    yield lines
    for signal, listen in listeners:
        signal.disconnect(listen)


def test_a_record_begins_as_a_draft_with_its_people_counted(draft, kenya):
    assert draft.status == Status.DRAFT
    assert draft.people == 20
    assert draft.counted_topic == "HS"
    assert draft.lead_member == kenya
    assert not Training.objects.counted().exists()


def test_what_was_recorded_is_read_back_as_it_was_stated(draft, facts):
    stored = facts_of(draft)
    assert stored.title == facts.title
    assert (str(stored.starts), str(stored.ends)) == ("2023-11-06", "2023-11-08")
    assert [row.count for row in stored.head_counts] == [12, 8]
    assert [row.person for row in stored.trainers] == [facts.trainers[0].person]


def test_a_date_known_to_the_month_stays_one(kenya, topics, kenya_trainer, system):
    month = PartialDate.parse("2023-11")
    facts = plain(kenya, topics["HS"], kenya_trainer.person, starts=month, ends=month)
    training = record_training(facts=facts, source="form", by=system, at=AT)
    training.refresh_from_db()
    assert (training.starts, training.ends) == (month, month)
    assert str(training.ends_on) == "2023-11-30"


def test_named_people_get_a_record_of_their_own(facts, kenya, kenya_registrar):
    people = named("Asha Otieno", "Mary Wafula", member=kenya)
    training = record_training(
        facts=replace(facts, participations=people),
        source="form",
        by=kenya_registrar.actor,
        at=AT,
    )
    assert training.people == 22
    rows = Participation.objects.filter(training=training).order_by("pk")
    assert [row.person.name for row in rows] == ["Asha Otieno", "Mary Wafula"]
    assert Person.objects.get(name="Asha Otieno").affiliations.get().member == kenya


def test_editing_puts_the_new_people_in_place_of_the_old(
    draft, facts, kenya, kenya_registrar
):
    new = replace(facts, head_counts=counts(3, member=kenya), title="Machinery again")
    edit_training(draft, facts=new, by=kenya_registrar.actor, at=LATER)
    assert (draft.title, draft.people) == ("Machinery again", 3)
    assert [row.count for row in draft.head_counts.all()] == [3]


def test_the_coordinator_verifies_and_it_counts_from_then_on(
    waiting, kenya_coordinator, heard
):
    verify_training(waiting, by=kenya_coordinator.actor, at=LATER)
    assert (waiting.status, waiting.counted_from) == (Status.VERIFIED, LATER)
    assert list(Training.objects.counted()) == [waiting]
    assert list(Training.objects.counted(AT)) == []
    assert heard == [("verified", [waiting])]


def test_nobody_verifies_what_they_entered(facts, kenya_coordinator):
    own = submitted(facts, kenya_coordinator.actor)
    with pytest.raises(NotAllowed):
        verify_training(own, by=kenya_coordinator.actor, at=LATER)


def test_nobody_verifies_what_they_edited(draft, facts, kenya_coordinator, team):
    edit_training(draft, facts=facts, by=kenya_coordinator.actor, at=AT)
    submit_training(draft, by=kenya_coordinator.actor, at=AT)
    with pytest.raises(NotAllowed):
        verify_training(draft, by=kenya_coordinator.actor, at=LATER)
    assert verify_training(draft, by=team.actor, at=LATER).status == Status.VERIFIED


@pytest.mark.parametrize("who", ["togo_coordinator", "reader", "head", "kenya_trainer"])
def test_others_do_not_verify(who, waiting, request):
    with pytest.raises(NotAllowed):
        verify_training(waiting, by=request.getfixturevalue(who).actor, at=LATER)


def test_who_leads_from_abroad_is_confirmed_by_the_host_only(
    facts, uganda_trainer, kenya_registrar, kenya_coordinator, team
):
    abroad = replace(facts, trainers=(TrainerEntry(uganda_trainer, "lead"),))
    training = submitted(abroad, kenya_registrar.actor)
    assert training.led_from_abroad
    with pytest.raises(NotAllowed):
        verify_training(training, by=team.actor, at=LATER)
    verify_training(training, by=kenya_coordinator.actor, at=LATER)
    assert training.status == Status.VERIFIED


def test_of_two_who_verify_at_once_one_wins(waiting, kenya_coordinator, team, heard):
    same = Training.objects.get(pk=waiting.pk)
    verify_training(waiting, by=kenya_coordinator.actor, at=LATER)
    with pytest.raises(ChangedMeanwhile):
        verify_training(same, by=team.actor, at=LATER)
    assert same.decided_by == kenya_coordinator.actor
    assert heard == [("verified", [waiting])]


def test_an_older_edit_overwrites_nothing(draft, facts, kenya_registrar, kenya_trainer):
    theirs = replace(facts, title="Theirs")
    edit_training(draft, facts=theirs, by=kenya_registrar.actor, at=AT, revision=0)
    mine = replace(facts, title="Mine")
    with pytest.raises(ChangedMeanwhile):
        edit_training(draft, facts=mine, by=kenya_registrar.actor, at=AT, revision=0)
    assert Training.objects.get().title == "Theirs"


def test_a_returned_record_says_why_and_is_editable(waiting, facts, kenya_coordinator):
    return_training(
        waiting,
        reason="The sex of 3 people is missing.",
        by=kenya_coordinator.actor,
        at=AT,
    )
    assert (waiting.status, waiting.editable) == (Status.RETURNED, True)
    assert waiting.reason == "The sex of 3 people is missing."
    line = AuditLine.objects.about("training", waiting.uuid).first()
    assert (line.verb, line.after["reason"]) == ("return", waiting.reason)


def test_a_record_is_not_returned_without_a_reason(waiting, kenya_coordinator):
    with pytest.raises(TrainingRefused) as refused:
        return_training(waiting, reason="  ", by=kenya_coordinator.actor, at=AT)
    assert [problem.field for problem in refused.value.problems] == ["reason"]
    assert Training.objects.get().status == Status.SUBMITTED


def test_a_correction_counts_only_once_it_is_verified(
    counted, kenya, kenya_registrar, kenya_coordinator, heard
):
    correction = start_correction(counted, by=kenya_registrar.actor, at=AT)
    new = replace(facts_of(correction), head_counts=counts(5, member=kenya))
    edit_training(correction, facts=new, by=kenya_registrar.actor, at=AT)
    submit_training(correction, by=kenya_registrar.actor, at=AT)
    assert [row.people for row in Training.objects.counted()] == [20]
    verify_training(correction, by=kenya_coordinator.actor, at=LATER)
    assert [row.people for row in Training.objects.counted()] == [5]
    assert [row.people for row in Training.objects.counted(AT)] == [20]
    assert heard == [("corrected", [(counted, correction)])]


def test_a_dropped_correction_leaves_the_verified_version(
    counted, kenya_registrar, facts
):
    correction = start_correction(counted, by=kenya_registrar.actor, at=AT)
    back = drop_correction(correction, by=kenya_registrar.actor, at=LATER)
    assert back.pk == counted.pk
    assert list(Training.objects.newest()) == [counted]
    assert start_correction(back, by=kenya_registrar.actor, at=LATER).version == 3


def test_what_never_happened_stops_counting_and_stays_on_record(
    counted, kenya_coordinator, heard
):
    void_training(counted, reason="Cancelled.", by=kenya_coordinator.actor, at=LATER)
    assert (counted.status, counted.counted_until) == (Status.VOIDED, LATER)
    assert list(Training.objects.counted()) == []
    assert list(Training.objects.counted(AT)) == [counted]
    assert heard == [("voided", [counted])]


def test_voiding_during_a_correction_stops_the_version_that_counts(
    counted, kenya_registrar, kenya_coordinator, heard
):
    correction = start_correction(counted, by=kenya_registrar.actor, at=AT)
    void_training(correction, reason="Cancelled.", by=kenya_coordinator.actor, at=LATER)
    assert list(Training.objects.counted()) == []
    assert heard == [("voided", [counted])]
    assert correction.status == Status.VOIDED


def test_every_step_leaves_a_line(counted, kenya_registrar, kenya_coordinator):
    lines = AuditLine.objects.about("training", counted.uuid).values_list("verb", "by")
    assert list(lines) == [
        ("verify", kenya_coordinator.actor.pk),
        ("submit", kenya_registrar.actor.pk),
        ("record", kenya_registrar.actor.pk),
    ]


def test_the_audit_holds_no_name(facts, kenya, kenya_registrar):
    people = named("Asha Otieno", member=kenya)
    training = record_training(
        facts=replace(facts, participations=people),
        source="form",
        by=kenya_registrar.actor,
        at=AT,
    )
    line = AuditLine.objects.about("training", training.uuid).get()
    assert "Asha" not in str(line.after)


def test_the_same_key_is_recorded_once(facts, system):
    record_training(facts=facts, source="phone", source_key="k1", by=system, at=AT)
    with pytest.raises(TrainingRefused) as refused:
        record_training(facts=facts, source="phone", source_key="k1", by=system, at=AT)
    assert [problem.field for problem in refused.value.problems] == ["source_key"]
    assert Training.objects.count() == 1


def test_a_verified_record_is_not_edited(counted, facts, kenya_registrar):
    with pytest.raises(TrainingRefused, match="verified"):
        edit_training(counted, facts=facts, by=kenya_registrar.actor, at=LATER)


def test_strangers_record_nothing_for_kenya(facts, togo_coordinator):
    with pytest.raises(TrainingRefused) as refused:
        record_training(facts=facts, source="form", by=togo_coordinator.actor, at=AT)
    assert [problem.field for problem in refused.value.problems] == ["host"]
    assert not Training.objects.exists()


def test_a_trainer_records_what_they_taught(facts, kenya_trainer, kenya_coordinator):
    training = verified(facts, kenya_trainer.actor, kenya_coordinator.actor)
    assert training.status == Status.VERIFIED
