"""A cohort with two seats for Kenya and one for Togo, and officers to sit on them."""

from datetime import date

import pytest

from mwalimu.programmes.models import Session
from mwalimu.programmes.operations import begin_holding
from tests.cast import AT, make_person, seat_of

JANUARY = date(2023, 1, 1)
JUNE = date(2023, 6, 1)
MAY_31 = date(2023, 5, 31)


@pytest.fixture
def cohort(cohort, members, topics):
    """The small cohort, in HS classification, with all three Members."""
    cohort.topics.add(topics["HS"])
    cohort.members.add(*members.values())
    return cohort


@pytest.fixture
def seat(cohort, kenya):
    return seat_of(cohort, kenya)


@pytest.fixture
def second_seat(cohort, kenya):
    return seat_of(cohort, kenya, number=2)


@pytest.fixture
def togo_seat(cohort, togo):
    return seat_of(cohort, togo)


@pytest.fixture
def amina(system, kenya):
    return make_person("Amina Otieno", system, kenya)


@pytest.fixture
def brian(system, kenya):
    return make_person("Brian Mwangi", system, kenya)


@pytest.fixture
def kofi(system, togo):
    return make_person("Kofi Mensah", system, togo)


@pytest.fixture
def held(seat, amina, system):
    """Amina holds Kenya's first seat since January 2023."""
    return begin_holding(seat, person=amina, since=JANUARY, by=system, at=AT)


@pytest.fixture
def togo_held(togo_seat, kofi, system):
    """Kofi holds Togo's seat since January 2023."""
    return begin_holding(togo_seat, person=kofi, since=JANUARY, by=system, at=AT)


@pytest.fixture
def session(cohort):
    """A working group of the cohort in June 2023."""
    made = Session.objects.create(
        kind="working_group", programme=cohort.programme, starts_on=JUNE
    )
    made.cohorts.add(cohort)
    return made
