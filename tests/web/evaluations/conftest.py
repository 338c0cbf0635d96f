"""The working group of tests/programmes/evaluations, on its pages."""

import pytest
from django.test import Client

from mwalimu.web.kit import middleware
from tests.programmes.evaluations.conftest import (  # noqa: F401
    draft,
    edition,
    evaluation,
    say,
    session,
    six,
)


@pytest.fixture
def now(monkeypatch):
    """Let every page be asked for at an instant."""

    def stand_at(instant):
        monkeypatch.setattr(middleware, "now", lambda: instant)

    return stand_at


@pytest.fixture
def signed_in():
    """A client for each of several people."""

    def client_of(somebody):
        client = Client()
        client.force_login(somebody.account)
        return client

    return client_of
