"""The doctor notices what is wrong and says what to do."""

import os
import shutil
import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection

from mwalimu.cli.health import machine, product, work
from mwalimu.cli.health.checks import CHECKS
from mwalimu.cli.health.findings import State
from mwalimu.cli.instance.doctor import examine
from mwalimu.shared import clock, outbox
from mwalimu.shared.models import Mark, PeriodicJob

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    (folder / "secrets").mkdir(parents=True)
    (folder / "secrets" / "secret_key").write_text("k")
    os.chmod(folder, 0o700)
    os.chmod(folder / "secrets", 0o700)
    os.chmod(folder / "secrets" / "secret_key", 0o600)
    return folder


def test_every_check_answers_in_words(home):
    findings = examine(home)
    assert [finding.name for finding in findings] == list(CHECKS)
    assert all(f.advice for f in findings if f.state != State.OK)


def test_a_check_that_breaks_is_a_bad_finding(home, monkeypatch):
    def broken(_folder):
        raise RuntimeError("no\npassword=hush")

    monkeypatch.setitem(CHECKS, "disk", broken)
    (finding,) = [f for f in examine(home) if f.name == "disk"]
    assert (finding.state, finding.text) == (State.BAD, "RuntimeError: no")


def test_the_database_says_its_version(home):
    state, text, _ = product.database(home)
    assert state == State.OK
    assert text.startswith("SQLite" if connection.vendor == "sqlite" else "PostgreSQL")


@pytest.mark.parametrize(
    ("free", "state"), [(50, State.OK), (8, State.WARN), (2, State.BAD)]
)
def test_a_disk_that_fills_up_is_noticed(free, state, home, monkeypatch):
    usage = SimpleNamespace(total=100 * 10**10, free=free * 10**10)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    assert machine.disk(home)[0] == state


def test_a_clock_that_stands_in_the_past_is_noticed(home, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(1970, 1, 1, tzinfo=UTC))
    state, text, _ = machine.clock_is_sane(home)
    assert (state, text) == (State.BAD, "it says 1970-01-01, which is past")


def test_files_from_the_future_are_noticed(home):
    (home / "mwalimu.toml").touch()
    tomorrow = time.time() + 86400
    os.utime(home / "mwalimu.toml", (tomorrow, tomorrow))
    state, text, _ = machine.clock_is_sane(home)
    assert state == State.BAD
    assert text.endswith("UTC, in the future")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"DEBUG": True}, "debug is on"),
        ({"HTTPS": True, "BEHIND_PROXY": False}, "without a proxy redirects for ever"),
        ({"ALLOWED_HOSTS": ["m.example.org"], "HTTPS": False}, "is not encrypted"),
    ],
)
def test_unfit_settings_are_bad(values, words, home, settings):
    for name, value in values.items():
        setattr(settings, name, value)
    state, text, _ = machine.settings(home)
    assert state == State.BAD
    assert words in text


@pytest.mark.parametrize("path", [".", "secrets", "secrets/secret_key"])
def test_what_others_can_read_is_bad(path, home):
    os.chmod(home / path, 0o755)
    state, text, advice = machine.home_is_private(home)
    assert state == State.BAD
    assert text.startswith("others can read home")
    assert advice == f"chmod -R go-rwx {home}"


def test_a_private_home_is_well(home):
    assert machine.home_is_private(home)[0] == State.OK


def test_a_catalogue_that_was_not_compiled_is_noticed(home, settings, tmp_path):
    source = tmp_path / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.touch()
    settings.LOCALE_PATHS = [tmp_path]
    assert product.translations(home)[:2] == (State.WARN, "not compiled: fr")


def test_a_mail_server_that_does_not_answer_is_bad(home, settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEMO = False
    state, text, _ = product.mail(home)
    assert (state, text) == (State.BAD, "127.0.0.1:9: ConnectionRefusedError")


def test_a_silent_worker_is_noticed(home):
    assert work.worker(home)[:2] == (State.WARN, "none was ever seen")
    Mark.objects.put("worker", clock.now() - timedelta(minutes=10), machine="m1")
    assert work.worker(home)[:2] == (State.WARN, "last seen 10 minutes ago")
    Mark.objects.put("worker", clock.now(), machine="m1")
    assert work.worker(home)[:2] == (State.OK, "lives on m1")


def test_messages_that_stay_are_noticed(home):
    at = clock.now() - timedelta(hours=3)
    outbox.post_mail(to=["a@example.org"], subject="", text="", key="k", at=at)
    state, text, _ = work.outbox_age(home)
    assert (state, text) == (State.BAD, "the oldest message is due since 3 hours ago")


def test_a_job_that_failed_is_noticed(home):
    PeriodicJob.objects.create(
        name="count sheep", due_at=clock.now(), failed=True, outcome="none came"
    )
    assert work.jobs(home)[:2] == (State.WARN, "count sheep (none came)")


def test_an_old_backup_is_noticed(home, settings):
    settings.DEMO, settings.BACKUP_WARN_HOURS = False, 48
    assert work.backups(home)[:2] == (State.WARN, "none was ever made")
    Mark.objects.put("backup", clock.now() - timedelta(hours=72))
    assert work.backups(home)[:2] == (State.WARN, "the newest was made 3 days ago")
    Mark.objects.put("backup", clock.now())
    assert work.backups(home)[0] == State.OK
