"""Running the command as an operator does: in a process of its own."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.postgres import new_database

ROOT = Path(__file__).resolve().parents[2]


class Instance:
    """A home with its database, and the command to run on it."""

    def __init__(self, home: Path, database_url: str) -> None:
        self.home = home
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("MWALIMU_")},
            "PYTHONPATH": str(ROOT / "src"),
            "MWALIMU_HOME": str(home),
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "mwalimu.config.settings",
        }

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the command; the test ends it."""
        return subprocess.Popen(
            [sys.executable, "-m", "mwalimu.cli", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            process_group=0,
        )

    def run(
        self, *arguments: str, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the command to its end; standard error and output are one text."""
        return subprocess.run(
            [sys.executable, "-m", "mwalimu.cli", *arguments],
            env={**self.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            timeout=900,
        )

    def python(self, code: str) -> str:
        """Run code inside the instance; what it printed."""
        done = self.run("manage", "shell", "--verbosity", "0", "-c", code)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def connect(self):
        """Look into the database from outside."""
        if url := self.environment["DATABASE_URL"]:
            return psycopg.connect(url)
        return sqlite3.connect(self.home / "mwalimu.sqlite3")

    def tables(self, database) -> list[str]:
        """Names of the tables, but for what is cached and for marks."""
        query = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            if self.environment["DATABASE_URL"]
            else "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite%'"
        )
        names = {name for (name,) in database.execute(query).fetchall()}
        return sorted(names - {"shared_cache", "shared_mark"})


@pytest.fixture
def bare(tmp_path):
    """A home that does not exist yet, with the embedded database."""
    return Instance(tmp_path / "home", "")


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    """An instance with reference rows, an account, a person; made once, then copied."""
    home = tmp_path_factory.mktemp("pattern") / "home"
    embedded = connection.vendor == "sqlite"
    database = nullcontext("") if embedded else new_database(connection.settings_dict)
    with database as url:
        instance = Instance(home, url)
        made = instance.run("init", "--admin", "team@example.org")
        assert made.returncode == 0, made.stdout
        yield instance


@pytest.fixture
def lived_in(pattern, tmp_path):
    """A copy of the pattern, of the engine under test."""
    shutil.copytree(pattern.home, tmp_path / "lived-in")
    url = pattern.environment["DATABASE_URL"]
    copied = new_database(connection.settings_dict, url) if url else nullcontext("")
    with copied as database:
        yield Instance(tmp_path / "lived-in", database)
