"""Copying and replacing an embedded database."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from django.db import connection

from mwalimu.cli.door import Trouble

PAGES = 2000
NAME = "mwalimu.sqlite3"


def copy(source: Path, target: Path, on_progress: Callable[[float], None]) -> None:
    """A consistent copy of a database that may be in use; progress from 0 to 1.

    The read transaction keeps one snapshot for the whole copy, so writers neither wait
    nor make it begin anew.
    """
    reader = sqlite3.connect(source, isolation_level=None)
    writer = sqlite3.connect(target)
    try:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        reader.backup(
            writer,
            pages=PAGES,
            progress=lambda _status, left, total: on_progress(1 - left / (total or 1)),
        )
        writer.execute("PRAGMA journal_mode=DELETE")
    finally:
        writer.close()
        reader.close()


def tables(database: sqlite3.Connection) -> list[str]:
    """Names of all tables."""
    rows = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    return [name for (name,) in rows]


def counts(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    database = sqlite3.connect(path)
    try:
        return {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for name in tables(database)
        }
    finally:
        database.close()


def opened_as_ours(path: Path) -> sqlite3.Connection:
    """A connection with the functions that our constraints use."""
    parameters = {**connection.get_connection_params(), "database": str(path)}
    ours: sqlite3.Connection = connection.get_new_connection(parameters)
    return ours


def verify(path: Path, expected: dict[str, int]) -> None:
    """Raise Trouble unless the database is sound and has the rows it should."""
    database = opened_as_ours(path)
    try:
        sound = database.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        broken = database.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError:
        sound, broken = False, None
    finally:
        database.close()
    if not sound or broken or counts(path) != expected:
        raise Trouble("The database in this backup is damaged. Nothing was changed.")
