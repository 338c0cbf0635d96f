"""`python -m benchmarks.steps STEP SCALE FILE`: one step, in a process of its own.

Filling and measuring are different processes, so that what is measured is as fresh as a
web server; nothing of Django's test instruments is switched on.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402

from benchmarks import dataset, figures, inhand, pages, wide, writing  # noqa: E402
from mwalimu.accounts.operations import system_actor  # noqa: E402
from mwalimu.cli.prepare import prepare_instance  # noqa: E402
from mwalimu.cli.statistics import refresh_statistics  # noqa: E402
from mwalimu.programmes.importing.catalogue import load_catalogue  # noqa: E402
from mwalimu.programmes.importing.events import import_shipped_events  # noqa: E402


def base(scale: float) -> dict[str, str]:
    """An instance with the programmes, the people and the awards; the database."""
    prepare_instance()
    by, at = system_actor("bench entry"), datetime.now(UTC)  # noqa: TID251
    load_catalogue(by=by, at=at)
    import_shipped_events(by=by, at=at)
    dataset.create_people(scale)
    refresh_statistics()
    with connection.cursor() as cursor:
        version = "sqlite_version()" if connection.vendor == "sqlite" else "version()"
        cursor.execute(f"SELECT {version}")
        found = str(cursor.fetchone()[0]).split(" (")[0]
    return {"database": found if "SQL" in found else f"SQLite {found}"}


def settle() -> None:
    """What the worker does every day, and what a PostgreSQL server does by itself."""
    refresh_statistics()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")


def work(scale: float) -> None:
    """Sign-ins, and what waits for them."""
    inhand.leave_work(scale)
    settle()


def widen(_scale: float) -> None:
    """A wide board and a large pool."""
    wide.fill()
    settle()


STEPS: dict[str, Callable[[float], Any]] = {
    "base": base,
    "bare": writing.bare_insert,
    "import": writing.imported,
    "work": work,
    "pages": lambda _scale: pages.measure_pages(),
    "figures": lambda _scale: figures.measure_figures(),
    "widen": widen,
    "wide": lambda _scale: wide.measure_wide(),
    "engine": lambda _scale: figures.engine_speed(),
}


def main(name: str, scale: str, target: str) -> None:
    """Do the step and write what it found."""
    Path(target).write_text(json.dumps(STEPS[name](float(scale))), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:4])
