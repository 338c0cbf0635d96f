"""The course of a run: each step a fresh process on an instance, its result JSON."""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import django

from benchmarks.databases import Instance, Place

ROOT = Path(__file__).parent.parent


def step(name: str, instance: Instance, scale: float) -> Any:
    """Run one step of benchmarks.steps; what it found."""
    target = instance.home / "bench.json"
    command = [sys.executable, "-m", "benchmarks.steps", name, str(scale), str(target)]
    started = perf_counter()
    print(f"{name} ...", end="", file=sys.stderr, flush=True)
    subprocess.run(
        command,
        env=instance.environment,
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    print(f" {perf_counter() - started:.0f} s", file=sys.stderr)
    found = json.loads(target.read_text("utf-8"))
    target.unlink()
    return found


def measure(name: str, place: Place, scale: float) -> dict[str, Any]:
    """Everything, on one database."""
    started, loads = perf_counter(), [os.getloadavg()[0]]
    base = place.new("base")
    result: dict[str, Any] = {
        "name": name,
        "scale": scale,
        "machine": platform.machine(),
        "cpus": os.cpu_count(),
        "python": platform.python_version(),
        "django": django.get_version(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),  # noqa: TID251
        **step("base", base, scale),
    }
    result["wide"] = wide(place, base, scale)
    filled, result["writing"] = write(place, base, scale)
    place.drop(base)
    step("work", filled, scale)
    for part in ("pages", "figures", "engine"):
        loads.append(os.getloadavg()[0])
        result[part] = step(part, filled, scale)
    result["load"] = [round(load, 1) for load in [*loads, os.getloadavg()[0]]]
    result["seconds"] = perf_counter() - started
    return result


def wide(place: Place, base: Instance, scale: float) -> dict[str, Any]:
    """The board and the pool, in an instance of their own."""
    instance = place.copy(base, "wide")
    step("widen", instance, scale)
    found: dict[str, Any] = step("wide", instance, scale)
    place.drop(instance)
    return found


def write(
    place: Place, base: Instance, scale: float
) -> tuple[Instance, dict[str, Any]]:
    """Bare inserts and imports in turn, each into a copy with empty tables.

    Returns the instance that the last import filled. Large data sets are written once.
    """
    rounds = 3 if scale <= 1 else 1
    bare, imported = [], []
    filled = base
    for number in range(rounds):
        empty = place.copy(base, f"bare{number}")
        bare.append(step("bare", empty, scale))
        place.drop(empty)
        filled = place.copy(base, f"import{number}")
        imported.append(step("import", filled, scale))
        if number < rounds - 1:
            place.drop(filled)
    seconds = {
        "bare_s": [row["seconds"] for row in bare],
        "import_s": [row["seconds"] for row in imported],
    }
    ratio = median(seconds["import_s"]) / median(seconds["bare_s"])
    people = imported[-1]["participations"]
    return filled, {**seconds, "ratio": ratio, "participations": people}
