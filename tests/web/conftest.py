"""What the tests of all faces may ask for."""

from types import SimpleNamespace

import pytest


@pytest.fixture
def world(kenya, topics, system, kenya_coordinator):
    """Rows about Kenya for the arguments of addresses; modules add what they need."""
    return SimpleNamespace(
        kenya=kenya, topics=topics, system=system, by=kenya_coordinator
    )
