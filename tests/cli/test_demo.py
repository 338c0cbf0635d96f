"""The demo is built once; one that was interrupted begins anew."""

import sqlite3
from contextlib import closing
from fcntl import LOCK_SH

import pytest

from mwalimu.cli.door import locked

pytestmark = pytest.mark.slow


def people(instance) -> int:
    with closing(instance.connect()) as database:
        return database.execute("SELECT count(*) FROM people_person").fetchone()[0]


def test_the_demo_is_built_once_and_anew_if_interrupted(bare):
    first = bare.run("demo", "--prepare-only")
    assert first.returncode == 0, first.stdout
    assert "team@example.org" in first.stdout
    built = people(bare)
    again = bare.run("demo", "--prepare-only")
    assert "demo data: there since" in again.stdout
    assert people(bare) == built
    with locked(bare.home / "serving.lock", LOCK_SH, "the test holds it"):
        served = bare.run("demo", "--prepare-only")
    assert (served.returncode, people(bare)) == (1, built)
    assert "Mwalimu is running on" in served.stdout
    with closing(sqlite3.connect(bare.home / "mwalimu.sqlite3")) as database, database:
        mark = '{"complete": false}'
        database.execute("UPDATE shared_mark SET value = ? WHERE name = 'demo'", [mark])
    anew = bare.run("demo", "--prepare-only")
    assert anew.returncode == 0, anew.stdout
    assert "half-built by an earlier start; beginning anew" in anew.stdout
    assert people(bare) == built
