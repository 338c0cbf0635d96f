"""One database, in a process of its own: fill, measure, write the result as JSON."""

import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from benchmarks.figures import engine_speed, measure_figures  # noqa: E402
from benchmarks.pages import measure_pages  # noqa: E402
from benchmarks.writing import fill  # noqa: E402
from mwalimu.accounts.operations import system_actor  # noqa: E402
from mwalimu.cli.prepare import prepare_instance  # noqa: E402
from mwalimu.programmes.importing.catalogue import load_catalogue  # noqa: E402
from mwalimu.programmes.importing.events import import_shipped_events  # noqa: E402


def machine() -> dict:
    """What was measured on."""
    with connection.cursor() as cursor:
        version = "sqlite_version()" if connection.vendor == "sqlite" else "version()"
        cursor.execute(f"SELECT {version}")
        database = str(cursor.fetchone()[0]).split(" (")[0]
    return {
        "machine": platform.machine(),
        "cpus": os.cpu_count(),
        "python": platform.python_version(),
        "django": django.get_version(),
        "database": f"{connection.vendor} {database}",
        "at": datetime.now(UTC).isoformat(timespec="seconds"),  # noqa: TID251
        "load": os.getloadavg()[0],
    }


def steps(scale: float) -> dict:
    """Everything that is measured, with the seconds it took."""
    started = perf_counter()
    prepare_instance()
    setup_test_environment()
    by, at = system_actor("bench entry"), datetime.now(UTC)  # noqa: TID251
    load_catalogue(by=by, at=at)
    import_shipped_events(by=by, at=at)
    result = {"writing": fill(scale)}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    result["pages"] = measure_pages()
    result["figures"] = measure_figures()
    result["engine_per_minute"] = engine_speed()
    result["seconds"] = perf_counter() - started
    return result


def main(name: str, scale: str, target: str) -> None:
    """Measure and write the result."""
    result = {"name": name, "scale": float(scale), **machine(), **steps(float(scale))}
    Path(target).write_text(json.dumps(result, indent=1), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:4])
