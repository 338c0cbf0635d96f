"""Whoever had a hand in a version does not verify it, however many there were."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from mwalimu.accounts.operations import import_actor, on_behalf, person_actor
from mwalimu.trainings.models import Status, Training
from mwalimu.trainings.operations import (
    NotAllowed,
    Record,
    edit_training,
    record_training,
    record_verified_many,
    return_training,
    start_correction,
    submit_training,
    verify_training,
)
from mwalimu.trainings.permissions import Action, actions
from mwalimu.trainings.queries import waiting_for
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT


@pytest.fixture
def through_three_hands(draft, facts, kenya_coordinator, kenya_deputy):
    """Entered by the registrar, edited by the coordinator, last by the deputy."""
    edit_training(draft, facts=facts, by=kenya_coordinator.actor, at=AT)
    edit_training(draft, facts=facts, by=kenya_deputy.actor, at=AT)
    return submit_training(draft, by=kenya_deputy.actor, at=AT)


def offered(somebody, training):
    """Whether the page offers somebody to verify it, and whether it is on their list."""
    viewer = viewer_of(somebody.account, AT.date())
    button = Action.VERIFY in actions(viewer, None, training)
    return button, training in waiting_for(viewer)


@pytest.mark.parametrize("who", ["kenya_coordinator", "kenya_deputy"])
def test_neither_the_earlier_nor_the_last_editor_verifies(
    who, through_three_hands, request
):
    somebody = request.getfixturevalue(who)
    assert offered(somebody, through_three_hands) == (False, False)
    with pytest.raises(NotAllowed):
        verify_training(through_three_hands, by=somebody.actor, at=AT)
    through_three_hands.refresh_from_db()
    assert through_three_hands.status == Status.SUBMITTED


def test_who_had_no_hand_in_it_verifies(through_three_hands, team):
    assert offered(team, through_three_hands) == (True, True)
    done = verify_training(through_three_hands, by=team.actor, at=AT)
    assert done.status == Status.VERIFIED


def test_an_edit_before_a_return_is_not_forgotten(
    through_three_hands, facts, kenya_registrar, kenya_coordinator, team
):
    training = through_three_hands
    return_training(training, reason="Add the place.", by=team.actor, at=AT)
    edit_training(training, facts=facts, by=kenya_registrar.actor, at=AT)
    submit_training(training, by=kenya_registrar.actor, at=AT)
    with pytest.raises(NotAllowed):
        verify_training(training, by=kenya_coordinator.actor, at=AT)


def test_a_correction_counts_its_own_editors_only(
    counted, kenya_coordinator, kenya_registrar
):
    correction = start_correction(counted, by=kenya_coordinator.actor, at=AT)
    submit_training(correction, by=kenya_coordinator.actor, at=AT)
    assert offered(kenya_coordinator, correction) == (False, False)
    actors = set(correction.editors.values_list("actor", flat=True))
    assert actors == {kenya_coordinator.actor.pk}


def test_what_an_import_entered_is_entered_by_who_started_it(facts, team):
    file = import_actor("trainings.xlsx", on_behalf_of=team.actor)
    training = record_training(facts=facts, source="workbook", by=file, at=AT)
    submit_training(training, by=file, at=AT)
    assert offered(team, training) == (False, False)
    with pytest.raises(NotAllowed):
        verify_training(training, by=team.actor, at=AT)


def test_entering_for_somebody_else_is_a_hand_as_well(facts, team, kenya_trainer):
    written = on_behalf(team.actor, person_actor(str(kenya_trainer.person.uuid)))
    training = record_training(facts=facts, source="form", by=written, at=AT)
    submit_training(training, by=written, at=AT)
    with pytest.raises(NotAllowed):
        verify_training(training, by=team.actor, at=AT)


def test_nobody_verifies_a_batch_that_an_import_entered_for_them(facts, team):
    file = import_actor("trainings.xlsx", on_behalf_of=team.actor)
    with pytest.raises(NotAllowed):
        record_verified_many(
            [Record(facts, "workbook")],
            entered_by=file,
            verified_by=team.actor,
            at=AT,
        )
    assert not Training.objects.exists()


def test_a_batch_keeps_who_entered_it(facts, system, team):
    record_verified_many(
        [Record(facts, "demo")], entered_by=system, verified_by=team.actor, at=AT
    )
    assert list(Training.objects.values_list("editors__actor", flat=True)) == [
        system.pk
    ]


def test_the_page_says_why_there_is_no_button(
    client, through_three_hands, kenya_coordinator
):
    client.force_login(kenya_coordinator.account)
    url = f"/en/desk/trainings/{through_three_hands.uuid}/"
    page = client.get(url).content.decode()
    assert "You entered or edited this version yourself" in page
    assert client.post(f"{url}verify/").status_code == 403


def back_to(name):
    """Unmake the migrations after a named one; its model of a training."""
    target = [("trainings", name)]
    MigrationExecutor(connection).migrate(target)
    state = MigrationExecutor(connection).loader.project_state(target)
    return state.apps.get_model("trainings", "Training")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_earlier_editors_are_carried_over_and_the_last_one_carried_back(
    through_three_hands, kenya_registrar, kenya_coordinator, kenya_deputy
):
    pk, hands = through_three_hands.pk, (kenya_registrar, kenya_coordinator)
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    before = back_to("0001_initial")
    assert before.objects.get(pk=pk).edited_by_id == kenya_deputy.actor.pk
    MigrationExecutor(connection).migrate(leaves)
    found = Training.objects.get(pk=pk).editors.values_list("actor", flat=True)
    assert set(found) == {one.actor.pk for one in (*hands, kenya_deputy)}
