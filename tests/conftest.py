"""What every test may ask for. People of the cast are in tests/cast.py."""

import os

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck, settings

from tests.postgres import new_database

# How long an example takes says how busy the machine is, not whether we are right.
settings.register_profile(
    "mwalimu", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("mwalimu")

pytest_plugins = [
    "tests.cast",
    "tests.browser",
    "tests.trainings.records",
    "tests.qualification.records",
    "tests.qualification.experts",
]

SECOND_PASS = os.environ.get("MWALIMU_TEST_PASS") == "second"
DATABASE_FIXTURES = {
    "db",
    "empty_database",
    "lived_in",
    "transactional_db",
    "live_server",
    "client",
}


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """On the second database only tests that use a database run again."""
    if not SECOND_PASS:
        return
    again = [item for item in items if uses_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in again])
    items[:] = again


def uses_database(item: pytest.Item) -> bool:
    """Whether a test touches the database."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES)


@pytest.fixture(autouse=True)
def fast_and_plain(settings):
    """Cheap password hashes and plain static file names."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }


@pytest.fixture(autouse=True)
def in_english():
    """No test reads in the language of a page that another test asked for."""
    with translation.override("en"):
        yield


@pytest.fixture
def empty_database():
    """The `database_url` of an empty database, for processes with a home of their own."""
    if connection.vendor == "sqlite":
        yield ""
        return
    with new_database(connection.settings_dict) as url:
        yield url
