"""Checks of background work and backups."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from mwalimu.cli.backup.making import MARK as BACKUP
from mwalimu.cli.health.findings import Answer, State, well
from mwalimu.cli.worker.loop import HEARTBEAT
from mwalimu.shared import clock, outbox
from mwalimu.shared.models import Mark, OutboxMessage, PeriodicJob

SILENT = timedelta(minutes=2)
LATE = timedelta(minutes=15)


def ago(then: datetime, now: datetime) -> str:
    """How long ago, in words."""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return "less than a minute ago"
    if minutes < 120:
        return f"{minutes} minutes ago"
    hours = minutes // 60
    return f"{hours} hours ago" if hours < 48 else f"{hours // 24} days ago"


def worker(_folder: Path) -> Answer:
    """Whether a worker lives."""
    beat, now = Mark.objects.named(HEARTBEAT), clock.now()
    advice = "Run `mwalimu serve`, or `mwalimu worker` beside your own web server."
    if beat is None:
        return State.WARN, "none was ever seen", advice
    if now - beat.at > SILENT:
        return State.WARN, f"last seen {ago(beat.at, now)}", advice
    return well(f"lives on {beat.value.get('machine', '?')}")


def outbox_age(_folder: Path) -> Answer:
    """Whether messages leave."""
    now = clock.now()
    failed = OutboxMessage.objects.filter(state=outbox.State.FAILED).count()
    late = outbox.waiting().filter(due_at__lt=now - LATE).first()
    if late:
        text = f"the oldest message is due since {ago(late.due_at, now)}"
        return State.BAD, text, "Start a worker; its log says why messages stay."
    if failed:
        advice = "See the outbox page for why; addresses are often wrong."
        return State.WARN, f"{failed} messages were given up", advice
    return well(f"{outbox.waiting().count()} messages wait")


def jobs(_folder: Path) -> Answer:
    """Whether the periodic jobs end well."""
    failed = PeriodicJob.objects.filter(failed=True).order_by("name")
    if broken := [f"{job.name} ({job.outcome})" for job in failed]:
        return State.WARN, "; ".join(broken), "The worker's log says more."
    return well(f"{PeriodicJob.objects.count()} known, none failed")


def backups(_folder: Path) -> Answer:
    """Whether the newest backup is new enough."""
    hours, now = settings.BACKUP_WARN_HOURS, clock.now()
    made = Mark.objects.named(BACKUP)
    advice = "Run `mwalimu backup`, each night by cron or a systemd timer."
    if settings.DEMO or not hours:
        return well("not watched")
    if made is None:
        return State.WARN, "none was ever made", advice
    if now - made.at > timedelta(hours=hours):
        return State.WARN, f"the newest was made {ago(made.at, now)}", advice
    return well(f"the newest was made {ago(made.at, now)}")
