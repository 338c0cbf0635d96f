"""The loop of a worker: outbox, tasks, periodic jobs, a beat of the heart."""

import logging
import os
import signal
import socket
import threading
from datetime import timedelta
from types import FrameType

from django.db import close_old_connections
from django.db.utils import OperationalError

import mwalimu
from mwalimu.cli.worker.jobs import run_due_jobs
from mwalimu.cli.worker.mail import HANDLERS
from mwalimu.shared import clock, outbox
from mwalimu.shared.models import Mark

log = logging.getLogger("mwalimu.worker")
PAUSE = 1.0
BEAT_EVERY = timedelta(seconds=20)
HEARTBEAT = "worker"


def run_tasks() -> None:
    """Run the tasks that wait in the database, then return."""
    from django_tasks_db.management.commands.db_worker import Worker

    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{socket.gethostname()[:40]}-{os.getpid()}",
    ).run()


class WorkerLoop:
    """Works until it is told to stop, then ends after the piece of work in hand."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.last_beat = clock.now() - BEAT_EVERY

    def stop(self, _number: int = 0, _frame: FrameType | None = None) -> None:
        """End after the piece of work in hand."""
        self.stopping.set()

    def listen(self) -> None:
        """Stop on the signals by which processes are asked to end."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.stop)

    def beat(self) -> None:
        """Say that this worker lives, for `mwalimu doctor`."""
        at = clock.now()
        if at - self.last_beat < BEAT_EVERY:
            return
        Mark.objects.put(
            HEARTBEAT,
            at,
            process=os.getpid(),
            machine=socket.gethostname(),
            version=mwalimu.__version__,
        )
        self.last_beat = at

    def once(self) -> int:
        """One round; how many pieces of work it did."""
        self.beat()
        done = outbox.dispatch(HANDLERS, clock.now)
        done += run_due_jobs(clock.now)
        run_tasks()
        return done

    def run(self) -> None:
        """Rounds until told to stop; a database that is away is waited for."""
        wait = PAUSE
        while not self.stopping.is_set():
            try:
                close_old_connections()
                self.once()
                wait = PAUSE
            except OperationalError as error:
                log.warning("The database does not answer, trying again: %s", error)
                wait = min(wait * 2, 30.0)
            self.stopping.wait(wait)
