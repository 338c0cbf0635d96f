"""The periodic jobs: a closed list, each a door to one thing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from mwalimu.accounts.operations import system_actor
from mwalimu.cli.retention.running import apply_retention
from mwalimu.cli.statistics import refresh_statistics
from mwalimu.notices.operations import note_who_is_behind
from mwalimu.qualification.operations import expire_awards
from mwalimu.qualification.operations.pool import refresh_everybody
from mwalimu.shared.models import PeriodicJob

AGAIN = timedelta(minutes=10)


def let_go(at: datetime) -> str:
    """Let go what was kept as long as declared."""
    gone = [(row.rule.code, row.gone) for row in apply_retention(at) if row.gone]
    return ", ".join(f"{count} {code}" for code, count in gone) or "nothing was due"


def refresh(_at: datetime) -> str:
    """Let the database look at the sizes of its tables, from which it plans."""
    return refresh_statistics()


def end_past_awards(at: datetime) -> str:
    """End awards whose last day is over."""
    ended = expire_awards(by=system_actor(), at=at)
    return f"{ended} ended"


def refresh_trainers(_at: datetime) -> str:
    """Derive the index of the pool anew: what an upgrade or an import left out."""
    return f"{refresh_everybody()} awards"


def look_who_is_behind(at: datetime) -> str:
    """Judge everybody who holds a seat, for the reminders of all pages."""
    return f"{note_who_is_behind(at=at)} people"


@dataclass(frozen=True)
class Job:
    """What is done, and how often."""

    name: str
    every: timedelta
    run: Callable[[datetime], str]


JOBS = (
    Job("retention", timedelta(hours=24), let_go),
    Job("end past awards", timedelta(hours=1), end_past_awards),
    Job("refresh statistics", timedelta(hours=24), refresh),
    Job("refresh pool", timedelta(hours=24), refresh_trainers),
    Job("who is behind", timedelta(hours=1), look_who_is_behind),
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
