"""The periodic jobs: a closed list, each a door to one thing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db.models import Q

from mwalimu.cli.statistics import refresh_statistics
from mwalimu.shared.files import uploads
from mwalimu.shared.models import OutboxMessage, PeriodicJob

KEEP_MAILS = timedelta(days=30)
KEEP_TASKS = 30
AGAIN = timedelta(minutes=10)


def clear_sessions(_at: datetime) -> str:
    """Forget sessions that have ended."""
    call_command("clearsessions", verbosity=0)
    return "done"


def clear_outbox(at: datetime) -> str:
    """Forget settled messages after 30 days: they hold addresses and texts."""
    old = OutboxMessage.objects.filter(settled_at__lt=at - KEEP_MAILS)
    removed, _ = old.delete()
    return f"{removed} removed"


def clear_tasks(_at: datetime) -> str:
    """Forget results of background tasks after 30 days."""
    call_command(
        "prune_db_task_results", min_age_days=KEEP_TASKS, verbosity=0, queue_name="*"
    )
    return "done"


def refresh(_at: datetime) -> str:
    """Let the database look at the sizes of its tables, from which it plans."""
    return refresh_statistics()


def clear_uploads(at: datetime) -> str:
    """Forget files that were sent and not used for seven days."""
    return f"{uploads.clear(at)} removed"


@dataclass(frozen=True)
class Job:
    """What is done, and how often."""

    name: str
    every: timedelta
    run: Callable[[datetime], str]


JOBS = (
    Job("clear sessions", timedelta(hours=24), clear_sessions),
    Job("clear outbox", timedelta(hours=24), clear_outbox),
    Job("clear tasks", timedelta(hours=24), clear_tasks),
    Job("refresh statistics", timedelta(hours=24), refresh),
    Job("clear uploads", timedelta(hours=24), clear_uploads),
)


def claimed(job: Job, at: datetime) -> bool:
    """Take a job that is due; False if it is not due or another worker was faster.

    A worker that dies leaves the job due again after AGAIN.
    """
    PeriodicJob.objects.get_or_create(name=job.name, defaults={"due_at": at})
    due = PeriodicJob.objects.filter(Q(name=job.name) & Q(due_at__lte=at))
    return due.update(due_at=at + min(AGAIN, job.every), started_at=at) == 1


def run_job(job: Job, at: datetime) -> bool:
    """Run a job if it is due and nobody else has it; whether it was run."""
    if not claimed(job, at):
        return False
    row = PeriodicJob.objects.filter(name=job.name)
    try:
        outcome = job.run(at)
    except Exception as error:  # a job that fails must not stop the others
        row.update(outcome=f"{type(error).__name__}: {error}"[:200], failed=True)
    else:
        row.update(
            outcome=outcome[:200], failed=False, finished_at=at, due_at=at + job.every
        )
    return True


def run_due_jobs(now: Callable[[], datetime], jobs: tuple[Job, ...] = JOBS) -> int:
    """Run every job that is due; how many were run."""
    return sum(run_job(job, now()) for job in jobs)
