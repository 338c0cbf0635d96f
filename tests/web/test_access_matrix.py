"""Every address x every role. An address without a row fails."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from mwalimu.web.kit.access import classification
from tests.web.matrix import ALL, rows

ROWS = rows()


def addresses(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from addresses(entry, space)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry


ADDRESSES = dict(addresses())
OURS = [
    name
    for name, entry in ADDRESSES.items()
    if not entry.callback.__module__.startswith("allauth.")
]


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_address_is_classified(name):
    assert classification(ADDRESSES[name].callback) is not None


@pytest.mark.parametrize("name", OURS)
def test_every_address_has_a_row(name):
    assert name in ROWS


@pytest.fixture
def world(kenya, topics, system, kenya_coordinator):
    """Rows about Kenya for the arguments of addresses; modules add what they need."""
    return SimpleNamespace(
        kenya=kenya, topics=topics, system=system, by=kenya_coordinator
    )


@pytest.mark.parametrize("role", sorted(ALL))
def test_an_address_answers_its_roles_and_nobody_else(role, world, request):
    client = Client()
    if role != "public":
        client.force_login(request.getfixturevalue(role).account)
    wrong = {}
    for name, row in ROWS.items():
        response = client.get(reverse(name, kwargs=row.arguments(world)))
        if answered(response) != (role in row.answers):
            wrong[name] = response.status_code
    assert wrong == {}


def answered(response) -> bool:
    """Whether the reader got what they asked for."""
    if response.status_code == 302:
        return "/account/login/" not in response.headers["Location"]
    return response.status_code in (200, 405)
