"""The checks, in the order in which they are made and printed."""

from mwalimu.cli.health.findings import Check
from mwalimu.cli.health.machine import clock_is_sane, disk, home_is_private, settings
from mwalimu.cli.health.product import (
    database,
    mail,
    migrations,
    static_files,
    translations,
)
from mwalimu.cli.health.work import backups, jobs, outbox_age, worker

CHECKS: dict[str, Check] = {
    "database": database,
    "migrations": migrations,
    "static files": static_files,
    "translations": translations,
    "mail": mail,
    "disk": disk,
    "clock": clock_is_sane,
    "settings": settings,
    "secrets": home_is_private,
    "worker": worker,
    "outbox": outbox_age,
    "periodic jobs": jobs,
    "backups": backups,
}
