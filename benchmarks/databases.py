"""Scratch instances: each a home and a database of its own, gone afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from tests.postgres import answers, postgresql


@dataclass(frozen=True)
class Instance:
    """A home, and the address of its database; an empty one is SQLite in the home."""

    home: Path
    url: str

    @property
    def environment(self) -> dict[str, str]:
        """For a process that works on it."""
        return {
            **os.environ,
            "MWALIMU_HOME": str(self.home),
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "mwalimu.config.settings",
        }


class Place:
    """Where the instances of one run are made, copied and removed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    @contextmanager
    def open(cls) -> "Iterator[Place | None]":
        """A place that is emptied when the run ends, however it ends."""
        with tempfile.TemporaryDirectory(prefix="mwalimu-bench-") as root:
            yield cls(Path(root))

    def new(self, name: str) -> Instance:
        """An empty one."""
        home = self.root / name
        home.mkdir()
        return Instance(home, "")

    def copy(self, source: Instance, name: str) -> Instance:
        """One with the same content."""
        home = self.root / name
        shutil.copytree(source.home, home)
        return Instance(home, "")

    def drop(self, instance: Instance) -> None:
        """Remove one."""
        shutil.rmtree(instance.home)


class SQLite(Place):
    """Each instance has its file; a copy is a copy of the file."""


class PostgreSQL(Place):
    """Databases of a server, named after this process; a copy is made by the server."""

    server = ""
    made: set[str]

    @classmethod
    @contextmanager
    def open(cls) -> "Iterator[Place | None]":
        """On the server that DATABASE_URL names, or one that is found."""
        with super().open() as place, _server() as url:
            if place is None or not url:
                yield None
                return
            assert isinstance(place, PostgreSQL)
            place.server, place.made = url, set()
            try:
                yield place
            finally:
                for name in sorted(place.made):
                    place._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as server:
            server.execute(statement.encode())

    def _create(self, home: Path, template: str) -> Instance:
        name = f"mwalimu_bench_{os.getpid()}_{home.name}"
        self.made.add(name)
        self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return Instance(home, urlunsplit(urlsplit(self.server)._replace(path=name)))

    def new(self, name: str) -> Instance:
        """An empty one."""
        return self._create(super().new(name).home, "template0")

    def copy(self, source: Instance, name: str) -> Instance:
        """One with the same content."""
        template = urlsplit(source.url).path.lstrip("/")
        return self._create(super().copy(source, name).home, template)

    def drop(self, instance: Instance) -> None:
        """Remove one."""
        super().drop(instance)
        name = urlsplit(instance.url).path.lstrip("/")
        self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.made.discard(name)


@contextmanager
def _server() -> Iterator[str]:
    """A server where databases can be made; its own databases are left alone."""
    if given := os.environ.get("DATABASE_URL"):
        yield given if answers(given) else ""
        return
    with postgresql() as found:
        yield found
