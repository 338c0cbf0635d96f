"""What every test may ask for. People of the cast are in tests/cast.py."""

import os
import tempfile

HOME = tempfile.mkdtemp(prefix="mwalimu-tests-")
os.environ["MWALIMU_HOME"] = HOME
os.environ.setdefault("DATABASE_URL", "")

import pytest  # noqa: E402

pytest_plugins = ["tests.cast"]

SECOND_PASS = os.environ.get("MWALIMU_TEST_PASS") == "second"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "client"}


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
