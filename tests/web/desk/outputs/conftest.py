"""The session of the pages' tests, and a task of Kenya's WG member."""

from datetime import date

import pytest

from mwalimu.programmes.operations.outputs import Task, add_task
from tests.cast import AT
from tests.web.desk.sessions.conftest import (  # noqa: F401
    here,
    organiser,
    session,
    signed_in,
)


@pytest.fixture
def outputs(here):  # noqa: F811
    """The address of the outputs."""
    return f"{here}/outputs/"


@pytest.fixture
def task(session, wg_member, team):  # noqa: F811
    said = Task(
        text="Draft case studies", person=wg_member.person, due_on=date(2024, 6, 3)
    )
    return add_task(session, said, by=team.actor, at=AT)
