"""Trainings of the cast: a draft, one that waits, one that counts."""

import pytest

from mwalimu.trainings.operations import record_training
from tests.cast import AT, cast, make_person
from tests.trainings.making import plain, submitted, verified


@pytest.fixture
def facts(kenya, topics, kenya_trainer):
    """A training in Kenya by Kenya's Master Trainer."""
    return plain(kenya, topics["HS"], kenya_trainer.person)


@pytest.fixture
def draft(facts, kenya_registrar):
    """That training, entered by Kenya's registrar."""

    return record_training(facts=facts, source="form", by=kenya_registrar.actor, at=AT)


@pytest.fixture
def waiting(facts, kenya_registrar):
    """That training, handed in."""
    return submitted(facts, kenya_registrar.actor)


@pytest.fixture
def counted(facts, kenya_registrar, kenya_coordinator):
    """That training, verified by Kenya's coordinator."""
    return verified(facts, kenya_registrar.actor, kenya_coordinator.actor)


@pytest.fixture
def uganda_coordinator(system, uganda):
    """Uganda's national coordinator."""
    return cast("Uganda Coordinator", system, uganda, "coordinator")


@pytest.fixture
def uganda_trainer(system, uganda):
    """Somebody of Uganda's Customs who teaches."""
    return make_person("Uganda Trainer", system, uganda)
