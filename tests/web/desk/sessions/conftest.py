"""A working group of Monday to Wednesday that Kenya hosts, long past."""

from datetime import date

import pytest

from mwalimu.people.models import Role
from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.sessions import plan_days
from tests.cast import AT, cast


@pytest.fixture
def session(cohort, kenya, system):
    made = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        title={"en": "Working group 1", "fr": "Groupe de travail 1"},
        host=kenya,
        city="Nairobi",
        mode="in_person",
        starts_on=date(2024, 3, 4),
        ends_on=date(2024, 3, 6),
    )
    made.cohorts.add(cohort)
    days = [date(2024, 3, day) for day in (4, 5, 6)]
    plan_days(made, days=days, by=system, at=AT)
    return made


@pytest.fixture
def here(session):
    """The address of the session."""
    return f"/en/desk/sessions/{session.uuid}"


@pytest.fixture
def signed_in(client, team):
    client.force_login(team.account)
    return client


@pytest.fixture
def organiser(system, kenya):
    """Kenya's host organiser."""
    return cast("Kenya Host", system, kenya, Role.HOST_ORGANISER)


@pytest.fixture
def togo_organiser(system, togo):
    """The stranger: Togo hosts nothing here."""
    return cast("Togo Host", system, togo, Role.HOST_ORGANISER)
