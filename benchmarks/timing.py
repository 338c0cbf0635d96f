"""Timing: the median of several runs, by the clock and by the work of the processor.

Where the kernel tells (Linux), the clock is stopped while a process only stands in the
queue for a processor, so that other programs on the machine do not count; and the work
of the database server's process for us counts with ours, if it is on this machine.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from django.db import connection

RUNS, WARM_UP = 15, 2


class Machine:
    """What the kernel knows of our process, and of the one that serves us."""

    @cached_property
    def servant(self) -> Path | None:
        """The kernel's account of the process that PostgreSQL has for this connection."""
        if connection.vendor != "postgresql":
            return None
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid(), inet_server_addr() IS NULL")
            pid, local = cursor.fetchone()
        host = str(connection.settings_dict["HOST"])
        here = local or host in ("", "localhost", "127.0.0.1", "::1")
        found = Path(f"/proc/{pid}/schedstat")
        return found if here and found.exists() else None

    def now(self) -> tuple[float, float, float]:
        """Seconds: of the clock, of work, and of standing in the queue."""
        work, queued = process_time(), _account(Path("/proc/self/schedstat"))[1]
        if self.servant is not None:
            done, waited = _account(self.servant)
            work, queued = work + done, queued + waited
        return perf_counter(), work, queued

    def seconds(self) -> float:
        """Seconds of the clock, which stands while we are in the queue."""
        clock, _work, queued = self.now()
        return clock - queued


def _account(path: Path) -> tuple[float, float]:
    """Seconds that a process worked, and stood in the queue; zeros if nobody tells."""
    try:
        worked, queued, _slices = path.read_text("ascii").split()
    except OSError:
        return 0.0, 0.0
    return int(worked) / 1e9, int(queued) / 1e9


@dataclass
class Times:
    """How long something took, each time it ran."""

    machine: Machine = field(default_factory=Machine)
    clock: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def run(self, work: Callable[[], Any]) -> Any:
        """Run it once more; what it returns."""
        before = self.machine.now()
        found = work()
        wall, worked, queued = (
            (now - then) * 1000
            for now, then in zip(self.machine.now(), before, strict=True)
        )
        self.wall.append(wall)
        self.work.append(worked)
        self.clock.append(max(wall - queued, worked))
        return found

    def medians(self) -> dict[str, float]:
        """In ms: by the clock less the queue, of work alone, and by the clock."""
        return {
            "ms": round(median(self.clock), 2),
            "cpu": round(median(self.work), 2),
            "wall": round(median(self.wall), 2),
        }


def in_turn(works: dict[str, Callable[[], Any]]) -> dict[str, dict[str, float]]:
    """The medians of each. All of them once, then again from the first: so a busy
    minute of the machine spoils one run of each and not all runs of one.
    """
    for _ in range(WARM_UP):
        for work in works.values():
            work()
    machine = Machine()
    times = {name: Times(machine) for name in works}
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
