"""A working group of five days in Nairobi, and those who come."""

from datetime import UTC, date, datetime

import pytest

from mwalimu.people.models import Role
from mwalimu.programmes.models import Cohort, Programme, Project, Session
from mwalimu.programmes.operations.sessions import plan_days
from tests.cast import AT, cast

MONDAY, FRIDAY = date(2024, 3, 4), date(2024, 3, 8)
AFTER = datetime(2024, 3, 8, 16, 0, tzinfo=UTC)


@pytest.fixture
def cohort(members, topics):
    """A cohort in HS classification with all three Members."""
    project = Project.objects.create(code="JP", names={"en": "Project"})
    programme = Programme.objects.create(
        code="MTP-HS", project=project, status="running", names={"en": "MTP"}
    )
    made = Cohort.objects.create(
        code="C-HS", programme=programme, names={"en": "Cohort HS"}
    )
    made.topics.add(topics["HS"])
    made.members.add(*members.values())
    return made


@pytest.fixture
def session(cohort, kenya, topics):
    """Planned for Monday to Friday, hosted by Kenya; no day is set yet."""
    made = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        title={"en": "WG1", "fr": "GT1"},
        host=kenya,
        city="Nairobi",
        mode="in_person",
        starts_on=MONDAY,
        ends_on=FRIDAY,
    )
    made.cohorts.add(cohort)
    made.topics.add(topics["HS"])
    return made


@pytest.fixture
def days(session, team):
    """Monday to Friday."""
    wanted = [date(2024, 3, day) for day in range(4, 9)]
    return plan_days(session, days=wanted, by=team.actor, at=AT)


@pytest.fixture
def organiser(system, kenya):
    """Kenya's host organiser."""
    return cast("Kenya Host", system, kenya, Role.HOST_ORGANISER)


@pytest.fixture
def togo_organiser(system, togo):
    """The stranger: Togo hosts nothing here."""
    return cast("Togo Host", system, togo, Role.HOST_ORGANISER)
