import pytest

from tests.figures.world import World


@pytest.fixture
def world(members, topics, kenya_coordinator, team) -> World:
    """A place where trainings happen."""
    return World(members, topics, kenya_coordinator.actor, team.actor)
