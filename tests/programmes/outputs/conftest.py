"""A first and a second working group of a cohort of Kenya, Uganda and Togo."""

from datetime import date

import pytest

from mwalimu.people.permissions import OPERATOR, Viewer
from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.outputs import Task, add_task
from mwalimu.programmes.queries.outputs import outputs_of
from mwalimu.qualification.queries import all_grants
from tests.cast import AT
from tests.programmes.sessions.conftest import (  # noqa: F401
    cohort,
    organiser,
    session,
    togo_organiser,
)

TODAY = AT.date()


def viewer_of(somebody) -> Viewer:
    grants = all_grants(somebody.person, TODAY)
    return Viewer(somebody.account.pk, somebody.person.pk, grants)


def read(session, somebody=None, on=TODAY):  # noqa: F811
    viewer = viewer_of(somebody) if somebody else OPERATOR
    return outputs_of(viewer, session, on)


@pytest.fixture
def later(session, cohort):  # noqa: F811
    """The second working group, in September."""
    made = Session.objects.create(
        kind="working_group",
        programme=session.programme,
        title={"en": "WG2"},
        starts_on=date(2024, 9, 2),
        ends_on=date(2024, 9, 6),
    )
    made.cohorts.add(cohort)
    return made


@pytest.fixture
def task(session, kenya, wg_member, team):  # noqa: F811
    """Kenya's WG member is to draft case studies by June."""
    said = Task(
        text="Draft case studies", person=wg_member.person, due_on=date(2024, 6, 3)
    )
    return add_task(session, said, by=team.actor, at=AT)
