"""Tables follow the models; they can be made, unmade, and brought up from a release."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
OURS = "figures qualification trainings programmes people reference accounts shared".split()


def test_the_models_have_no_change_without_a_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def git(*arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, check=False, **options
    )


def newest_tag() -> str:
    """The newest release, or an empty text where there is none or no git."""
    try:
        found = git("tag", "--list", "v*", "--sort=-version:refname", text=True)
    except FileNotFoundError:
        return ""
    return found.stdout.split("\n")[0].strip()


def manage(source: Path, database: str, home: Path, *arguments: str) -> str:
    """A command of the code in `source`, in a process of its own; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "mwalimu.cli", "manage", *arguments],
        env={
            **os.environ,
            "PYTHONPATH": str(source),
            "DATABASE_URL": database,
            "MWALIMU_HOME": str(home),
            "DJANGO_SETTINGS_MODULE": "mwalimu.config.settings",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_migrations_run_to_the_end_and_back_to_nothing(empty_database, tmp_path):
    run = (ROOT / "src", empty_database, tmp_path)
    manage(*run, "migrate", "--verbosity", "0")
    for app in ("accounts", "reference", "shared"):  # all others stand on these
        manage(*run, "migrate", app, "zero", "--verbosity", "0")
    plan = manage(*run, "showmigrations", *OURS)
    assert "[ ]" in plan
    assert "[X]" not in plan


@pytest.mark.slow
def test_the_tables_of_the_last_release_come_up_to_this_version(
    empty_database, tmp_path
):
    tag = newest_tag()
    if not tag:
        pytest.skip("no release is tagged here yet (needs git and a tag v*)")
    old = tmp_path / "old"
    old.mkdir()
    packed = git("archive", "--format=tar", tag, "src").stdout
    subprocess.run(["tar", "-x", "-C", str(old)], input=packed, check=True)
    manage(old / "src", empty_database, tmp_path, "migrate", "--verbosity", "0")
    new = (ROOT / "src", empty_database, tmp_path)
    manage(*new, "migrate", "--verbosity", "0")
    manage(*new, "makemigrations", "--check", "--dry-run", "--verbosity", "0")
    assert "[ ]" not in manage(*new, "showmigrations")
