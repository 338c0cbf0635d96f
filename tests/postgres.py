"""Find a PostgreSQL for the tests: the one at localhost, or a cluster of our own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import psycopg

LOCAL = ("postgresql://postgres@localhost/postgres", "postgresql://localhost/postgres")


def answers(url: str) -> bool:
    """Whether a server lets us create databases there."""
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.OperationalError:
        return False
    return bool(row and row[0])


def binaries() -> Path | None:
    """The folder that holds initdb and pg_ctl."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return folders[-1] if folders else None


def as_postgres(command: list[str]) -> list[str]:
    """The command, run by a user whom initdb accepts (it refuses root)."""
    return (
        ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command
    )


@contextmanager
def own_cluster(folder: Path) -> Iterator[str]:
    """A cluster that lives as long as the tests, on a socket in its own folder."""
    with tempfile.TemporaryDirectory(prefix="mwalimu-pg-") as name:
        root = Path(name)
        root.chmod(0o777)
        data = str(root / "data")
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
        initdb = [str(folder / "initdb"), "-D", data, "-A", "trust", "-U", "postgres"]
        subprocess.run(as_postgres([*initdb, "-E", "UTF8"]), **quiet)
        control = [str(folder / "pg_ctl"), "-D", data, "-w", "-l", f"{name}/log"]
        options = f"-k {name} -c listen_addresses= -c fsync=off"
        subprocess.run(as_postgres([*control, "-o", options, "start"]), **quiet)
        try:
            yield f"postgresql://postgres@/postgres?host={name}"
        finally:
            subprocess.run(as_postgres([*control, "-m", "immediate", "stop"]), **quiet)


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a server for tests, or an empty text where there is none."""
    for url in (os.environ.get("TEST_DATABASE_URL", ""), *LOCAL):
        if url and answers(url):
            yield url
            return
    folder = binaries()
    if folder is None:
        yield ""
        return
    with own_cluster(folder) as url:
        yield url


@contextmanager
def new_database(settings: Mapping[str, Any], template: str = "") -> Iterator[str]:
    """A database on the server of these Django settings, dropped afterwards; its URL.

    `template` is the URL of another such database, of which it becomes a copy.
    """
    name = f"mwalimu_{uuid4().hex[:12]}"
    server = {
        "host": settings["HOST"] or settings["OPTIONS"].get("host", ""),
        "port": settings["PORT"],
        "user": settings["USER"],
        "password": settings["PASSWORD"],
    }
    server = {key: value for key, value in server.items() if value}
    source = urlsplit(template).path.strip("/") or "template1"
    with psycopg.connect(**server, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {source}")
        try:
            yield f"postgresql:///{name}?{urlencode(server)}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
