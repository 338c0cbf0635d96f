"""Every address x every role. An address without a row fails."""

import pytest
from django.apps import apps
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


def everything_stored() -> dict[str, int]:
    """How many rows each of our tables holds; the trail grows with every write."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model.__module__.startswith("mwalimu.")
    }


def client_of(role, request) -> Client:
    client = Client()
    if role != "public":
        client.force_login(request.getfixturevalue(role).account)
    return client


@pytest.mark.parametrize("role", sorted(ALL))
def test_reading_never_writes(role, world, request):
    client = client_of(role, request)
    urls = [reverse(name, kwargs=row.arguments(world)) for name, row in ROWS.items()]
    before = everything_stored()
    for url in urls:
        client.get(url)
    assert everything_stored() == before


@pytest.mark.parametrize("role", sorted(ALL))
def test_whoever_may_not_write_is_refused_and_changes_nothing(role, world, request):
    client = client_of(role, request)
    asked = {
        name: reverse(name, kwargs=row.arguments(world))
        for name, row in ROWS.items()
        if role in row.refused
    }
    before, wrong = everything_stored(), {}
    for name, url in asked.items():
        response = client.post(url, ROWS[name].form)
        if response.status_code not in (403, 404, 405) and not to_sign_in(response):
            wrong[name] = response.status_code
    assert wrong == {}
    assert everything_stored() == before


def to_sign_in(response) -> bool:
    """Whether the reader is asked to sign in first."""
    location = response.headers.get("Location", "")
    return response.status_code == 302 and "/account/login/" in location


def test_a_form_without_its_token_is_refused(team, kenya):
    client = Client(enforce_csrf_checks=True)
    client.force_login(team.account)
    before = everything_stored()
    response = client.post(reverse("desk:person_new"), {"name": "Grace Wanjiru"})
    assert response.status_code == 403
    assert everything_stored() == before
