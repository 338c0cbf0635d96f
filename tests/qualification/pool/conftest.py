"""Awards of the pool, made through the operation that keeps its index."""

from datetime import date

import pytest

from mwalimu.qualification.operations import award
from tests.cast import AT, cast


@pytest.fixture
def awarded(topics, team):
    """Makes somebody a Master Trainer of a topic."""

    def make(person, member, topic="HS", since=date(2019, 1, 1)):
        return award(
            person=person,
            topic=topics[topic],
            member=member,
            valid_from=since,
            by=team.actor,
            at=AT,
        )

    return make


@pytest.fixture
def amina(system, kenya, awarded):
    """Kenya's Master Trainer of HS classification."""
    somebody = cast("Amina Otieno", system, kenya)
    awarded(somebody.person, kenya)
    return somebody


@pytest.fixture
def kofi(system, togo, awarded):
    """Togo's Master Trainer of HS classification."""
    somebody = cast("Kofi Mensah", system, togo)
    awarded(somebody.person, togo)
    return somebody
