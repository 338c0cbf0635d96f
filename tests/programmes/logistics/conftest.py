"""A working group in Nairobi from 4 March 2024, and those who travel to it."""

import pytest

from mwalimu.people.permissions import OPERATOR, Viewer
from mwalimu.programmes.queries.logistics import board_of
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


def board(session, somebody=None, on=TODAY):  # noqa: F811
    viewer = viewer_of(somebody) if somebody else OPERATOR
    return board_of(viewer, session, on)


def names(found) -> list[str]:
    return [row.who.name for row in found.rows]


@pytest.fixture
def both(wg_member, togo_wg_member):
    """Kenya's and Togo's WG members."""
    return wg_member.person, togo_wg_member.person
