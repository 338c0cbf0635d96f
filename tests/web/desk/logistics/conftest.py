"""The session of the pages' tests, and its board."""

import pytest

from tests.web.desk.sessions.conftest import (  # noqa: F401
    here,
    organiser,
    session,
    signed_in,
    togo_organiser,
)


@pytest.fixture
def board(here):  # noqa: F811
    """The address of the board."""
    return f"{here}/logistics/"
