"""`python -m benchmarks`: build the bench data and measure, on each database in turn.

    SCALE=10 DATABASES=sqlite python -m benchmarks --strict --format json

See docs/reference/bench.md; how to add a measurement is in benchmarks/README.md.
"""

import argparse
import json
import os
import signal
import sys
from contextlib import ExitStack
from pathlib import Path

from benchmarks.course import measure
from benchmarks.databases import Place, PostgreSQL, SQLite
from benchmarks.report import broken, print_growth, print_result

RESULTS = Path(__file__).parent / "results"
PLACES: dict[str, type[Place]] = {"sqlite": SQLite, "postgresql": PostgreSQL}
STOPPED = 143


def places() -> list[str]:
    """The databases that the environment asks for."""
    asked = os.environ.get("DATABASES")
    if not asked:
        return ["postgresql"] if os.environ.get("DATABASE_URL") else list(PLACES)
    names = [name.strip() for name in asked.split(",")]
    if wrong := [name for name in names if name not in PLACES]:
        sys.exit(f"DATABASES: {', '.join(wrong)}? Known are {', '.join(PLACES)}.")
    return names


def scale() -> float:
    """How many times the bench data set."""
    try:
        found = float(os.environ.get("SCALE") or 1)
    except ValueError:
        found = 0
    if not 0 < found <= 100:
        sys.exit("SCALE: a number above 0 and at most 100, such as 10.")
    return found


def results(names: list[str], size: float) -> list[dict]:
    """Measure on each database; what cannot be reached is said and left out."""
    found = []
    for name in names:
        with ExitStack() as cleaning:
            place = cleaning.enter_context(PLACES[name].open())
            if place is None:
                print("PostgreSQL: not measured, no server found.", file=sys.stderr)
                continue
            result = measure(name, place, size)
        RESULTS.mkdir(exist_ok=True)
        target = RESULTS / f"{name}-{size:g}.json"
        target.write_text(json.dumps(result, indent=1), "utf-8")
        found.append(result)
    return found


def show(found: list[dict], everything: bool) -> None:
    """Tables; at a larger scale also how each line grew, where the smaller is known."""
    for result in found:
        print_result(result, everything)
        smaller = RESULTS / f"{result['name']}-1.json"
        if result["scale"] > 1 and smaller.exists():
            print_growth(json.loads(smaller.read_text("utf-8")), result)


def main() -> int:
    """Measure what the environment asks for and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="1 if a budget is broken")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--all", action="store_true", help="every line of the table")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(STOPPED))  # leave no database
    found = results(places(), scale())
    if options.format == "json":
        print(json.dumps(found, indent=1))
    else:
        show(found, options.all)
    over = [f"{result['name']}: {line}" for result in found for line in broken(result)]
    for line in over:
        print(f"OVER {line}", file=sys.stderr)
    return 1 if options.strict and (over or not found) else 0


if __name__ == "__main__":
    sys.exit(main())
