"""`python -m benchmarks`: build the bench data and measure, on each database in turn.

SCALE=10 for ten times the data; DATABASES=sqlite or postgresql for one of them. Each
database is measured in a process and a home of its own, which are removed afterwards.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
from tests.postgres import postgresql

from benchmarks.report import compare, print_result

RESULTS = Path(__file__).parent / "results"
SCRATCH = "mwalimu_bench"


def measure(name: str, url: str, scale: int) -> dict:
    """Run the measurements for one database in a fresh home; the result."""
    with tempfile.TemporaryDirectory(prefix="mwalimu-bench-") as home:
        RESULTS.mkdir(exist_ok=True)
        target = RESULTS / f"{name}-{scale}.json"
        environment = {
            **os.environ,
            "MWALIMU_HOME": home,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "mwalimu.config.settings",
        }
        command = [
            sys.executable,
            "-m",
            "benchmarks.inside",
            name,
            str(scale),
            str(target),
        ]
        subprocess.run(command, env=environment, check=True)
        return json.loads(target.read_text("utf-8"))


def on_postgresql(scale: int) -> dict | None:
    """The same on a scratch database of a PostgreSQL server, if there is one."""
    with postgresql() as url:
        if not url:
            print("PostgreSQL: not measured, no server found.")
            return None
        head, _, tail = url.rpartition("/")
        _, _, options = tail.partition("?")
        scratch = f"{head}/{SCRATCH}" + (f"?{options}" if options else "")
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {SCRATCH}")
            server.execute(f"CREATE DATABASE {SCRATCH}")
            try:
                return measure("postgresql", scratch, scale)
            finally:
                server.execute(f"DROP DATABASE IF EXISTS {SCRATCH} WITH (FORCE)")


def main() -> int:
    """Measure what the environment asks for and print it."""
    scale = int(os.environ.get("SCALE", "1"))
    wanted = os.environ.get("DATABASES", "sqlite,postgresql").split(",")
    for name in wanted:
        result = measure(name, "", scale) if name == "sqlite" else on_postgresql(scale)
        if result:
            print_result(result)
        smaller = RESULTS / f"{name}-1.json"
        if result and scale > 1 and smaller.exists():
            compare(json.loads(smaller.read_text("utf-8")), result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
