"""Who sees a training and its people: for every no there is something to leak."""

from dataclasses import replace

import pytest

from mwalimu.people.permissions import OPERATOR, PUBLIC
from mwalimu.trainings.models import Training
from mwalimu.trainings.operations import (
    CountEntry,
    NamedEntry,
    TrainerEntry,
    record_training,
    start_correction,
    void_training,
)
from mwalimu.trainings.permissions import (
    Action,
    actions,
    participations_visible_to,
    visible_to,
)
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, cast, make_person
from tests.trainings.making import named, submitted, verified


def see(somebody):
    """The viewer that somebody of the cast is."""
    return viewer_of(somebody.account, AT.date())


def titles(viewer):
    """What they see, newest versions or not."""
    return sorted(visible_to(viewer).values_list("title", "version"))


def names(viewer):
    """The participants whose names they read."""
    rows = participations_visible_to(viewer).values_list("person__name", flat=True)
    return sorted(rows)


@pytest.fixture
def records(facts, kenya, uganda, uganda_trainer, system, team):
    """A draft and a verified training in Kenya, and one in Uganda led by Uganda."""
    by = system
    record_training(facts=replace(facts, title="Draft"), source="form", by=by, at=AT)
    people = named("Asha Otieno", member=kenya) + named("Ruth Akello", member=uganda)
    named_facts = replace(facts, title="Kenya", head_counts=(), participations=people)
    verified(named_facts, by, team.actor)
    other = replace(
        facts,
        title="Uganda",
        host=uganda,
        trainers=(TrainerEntry(uganda_trainer, "lead"),),
        head_counts=(CountEntry("customs", "F", 4, uganda),),
    )
    verified(other, by, team.actor)


ALL = [("Draft", 1), ("Kenya", 1), ("Uganda", 1)]


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("team", ALL),
        ("reader", [("Kenya", 1), ("Uganda", 1)]),
        ("head", [("Draft", 1), ("Kenya", 1)]),
        ("kenya_coordinator", [("Draft", 1), ("Kenya", 1)]),
        ("kenya_registrar", [("Draft", 1), ("Kenya", 1)]),
        ("kenya_trainer", [("Draft", 1), ("Kenya", 1)]),
        ("uganda_coordinator", [("Kenya", 1), ("Uganda", 1)]),
        ("togo_coordinator", []),
    ],
)
def test_each_role_sees_its_own(who, seen, records, request):
    assert titles(see(request.getfixturevalue(who))) == seen


def test_the_public_sees_nothing_and_the_operator_everything(records):
    assert titles(PUBLIC) == []
    assert titles(OPERATOR) == ALL


@pytest.mark.parametrize(
    ("who", "read"),
    [
        ("team", []),
        ("reader", []),
        ("togo_coordinator", []),
        ("kenya_coordinator", ["Asha Otieno"]),
        ("head", ["Asha Otieno"]),
        ("uganda_coordinator", ["Ruth Akello"]),
        ("kenya_trainer", ["Asha Otieno", "Ruth Akello"]),
    ],
)
def test_names_belong_to_the_administration(who, read, records, request):
    assert names(see(request.getfixturevalue(who))) == read
    assert names(PUBLIC) == []


def test_who_entered_a_training_reads_its_names(facts, kenya_registrar, uganda):
    people = replace(facts, participations=named("Ruth Akello", member=uganda))
    record_training(facts=people, source="form", by=kenya_registrar.actor, at=AT)
    assert names(see(kenya_registrar)) == ["Ruth Akello"]


def test_everybody_reads_their_own_row(facts, system, togo):
    somebody = cast("Togo Officer", system, togo)
    row = NamedEntry(somebody.person, "customs", "F", togo)
    other = NamedEntry(make_person("Another", system, togo), "customs", "F", togo)
    people = replace(facts, participations=(row, other))
    record_training(facts=people, source="form", by=system, at=AT)
    assert names(see(somebody)) == ["Togo Officer"]


def test_a_reader_keeps_seeing_what_counts_during_a_correction(
    counted, kenya_registrar, reader
):
    start_correction(counted, by=kenya_registrar.actor, at=AT)
    assert list(visible_to(see(reader))) == [counted]


def test_a_reader_sees_what_was_voided(counted, kenya_coordinator, reader):
    void_training(counted, reason="Cancelled.", by=kenya_coordinator.actor, at=AT)
    assert list(visible_to(see(reader))) == [counted]


DOES = {
    "draft": {
        "kenya_registrar": {"edit", "submit", "void"},
        "kenya_coordinator": {"edit", "submit", "void"},
        "team": {"void"},
        "kenya_trainer": set(),
        "head": set(),
        "reader": set(),
        "togo_coordinator": set(),
    },
    "waiting": {
        "kenya_registrar": set(),
        "kenya_coordinator": {"verify", "return", "void"},
        "team": {"verify", "return", "void"},
        "head": set(),
        "reader": set(),
        "togo_coordinator": set(),
    },
    "counted": {
        "kenya_registrar": {"correct"},
        "kenya_coordinator": {"correct", "void"},
        "team": {"correct", "void"},
        "head": set(),
        "reader": set(),
        "togo_coordinator": set(),
    },
}


@pytest.mark.parametrize(
    ("state", "who"), [(state, who) for state, roles in DOES.items() for who in roles]
)
def test_each_role_does_its_own(state, who, request):
    training = request.getfixturevalue(state)
    somebody = request.getfixturevalue(who)
    found = actions(see(somebody), somebody.actor, training)
    assert {action.value for action in found} == DOES[state][who]


def test_the_public_does_nothing(waiting):
    assert actions(PUBLIC, None, waiting) == frozenset()


def test_a_correction_may_be_dropped_while_it_is_a_draft(counted, kenya_registrar):
    correction = start_correction(counted, by=kenya_registrar.actor, at=AT)
    found = actions(see(kenya_registrar), kenya_registrar.actor, correction)
    assert found == {Action.EDIT, Action.SUBMIT, Action.DROP}
    assert Training.objects.newest().get() == correction


def test_from_abroad_only_the_host_confirms(
    facts, uganda_trainer, kenya_registrar, kenya_coordinator, team
):
    abroad = replace(facts, trainers=(TrainerEntry(uganda_trainer, "lead"),))
    waiting = submitted(abroad, kenya_registrar.actor)
    assert Action.VERIFY in actions(
        see(kenya_coordinator), kenya_coordinator.actor, waiting
    )
    assert Action.VERIFY not in actions(see(team), team.actor, waiting)
