"""What every test may ask for. People of the cast are in tests/cast.py."""

import os
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is, not whether we are right.
settings.register_profile(
    "mwalimu", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("mwalimu")

pytest_plugins = ["tests.cast", "tests.browser", "tests.trainings.records"]

SECOND_PASS = os.environ.get("MWALIMU_TEST_PASS") == "second"
DATABASE_FIXTURES = {
    "db",
    "empty_database",
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


@pytest.fixture
def empty_database():
    """The `database_url` of an empty database, for processes with a home of their own."""
    if connection.vendor == "sqlite":
        yield ""
        return
    settings = connection.settings_dict
    name = f"mwalimu_empty_{uuid4().hex[:12]}"
    server = {
        "host": settings["HOST"] or settings["OPTIONS"].get("host"),
        "port": settings["PORT"] or None,
        "user": settings["USER"] or None,
        "password": settings["PASSWORD"] or None,
    }
    address = psycopg.conninfo.make_conninfo(**server, dbname="postgres")
    with psycopg.connect(address, autocommit=True) as server_connection:
        server_connection.execute(f"CREATE DATABASE {name}")
        try:
            query = urlencode({key: value for key, value in server.items() if value})
            yield f"postgresql:///{name}?{query}"
        finally:
            server_connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
