"""Timing: the median of several runs, by the clock and by the work of the processor."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter, process_time
from typing import Any

from django.db import connection

RUNS, WARM_UP = 15, 2


@dataclass
class Times:
    """How long something took, each time it ran."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def run(self, work: Callable[[], Any]) -> Any:
        """Run it once more; what it returns."""
        wall, cpu = perf_counter(), process_time()
        found = work()
        self.cpu.append((process_time() - cpu) * 1000)
        self.wall.append((perf_counter() - wall) * 1000)
        return found

    def medians(self) -> dict[str, float]:
        """By the clock, and of this process alone; both in ms."""
        return {"ms": round(median(self.wall), 2), "cpu": round(median(self.cpu), 2)}


def in_turn(works: dict[str, Callable[[], Any]]) -> dict[str, dict[str, float]]:
    """The medians of each. All of them once, then again from the first: so a busy
    minute of the machine spoils one run of each and not all runs of one.
    """
    for _ in range(WARM_UP):
        for work in works.values():
            work()
    times = {name: Times() for name in works}
    for _ in range(RUNS):
        for name, work in works.items():
            times[name].run(work)
    return {name: found.medians() for name, found in times.items()}


@contextmanager
def counted() -> Iterator[list[str]]:
    """The queries that are made meanwhile."""
    found: list[str] = []

    def count(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        found.append(str(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield found
