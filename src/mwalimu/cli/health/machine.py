"""Checks of the machine and of how the instance is set up on it."""

import os
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings as django_settings
from django.db import connection

from mwalimu.cli.health.findings import Answer, State, well
from mwalimu.shared import clock

LITTLE, SCARCE = 0.1, 0.03
SCARCE_BYTES = 200_000_000
DRIFT = timedelta(seconds=60)
RELEASED = datetime(2026, 1, 1, tzinfo=UTC)  # no clock is right that is before this
LOCAL = {"localhost", "127.0.0.1", "::1"}


def disk(folder: Path) -> Answer:
    """Whether the disk of the home has room."""
    usage = shutil.disk_usage(folder)
    share = usage.free / usage.total
    text = f"{usage.free / 1e9:.1f} GB free ({share:.0%})"
    if share < SCARCE or usage.free < SCARCE_BYTES:
        return State.BAD, text, "Free some space now: without it nothing can be stored."
    if share < LITTLE:
        return State.WARN, text, "Free some space soon, or move the home."
    return well(text)


def clock_is_sane(folder: Path) -> Answer:
    """Whether our clock agrees with the database's and with what was written before."""
    at = clock.now()
    advice = "Set the machine's clock, by NTP if possible: records carry its time."
    if at < RELEASED:
        return State.BAD, f"it says {at:%Y-%m-%d}, which is past", advice
    written = newest_write(folder)
    if written > at + DRIFT:
        text = f"files were written at {written:%Y-%m-%d %H:%M} UTC, in the future"
        return State.BAD, text, advice
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            apart = abs(cursor.fetchone()[0] - at)
        if apart > DRIFT:
            text = f"{apart.total_seconds():.0f} s apart from the database's clock"
            return State.BAD, text, advice
    return well(f"{at:%Y-%m-%d %H:%M} UTC")


def newest_write(folder: Path) -> datetime:
    """When the newest of the home's own files was written."""
    times = [path.stat().st_mtime for path in folder.iterdir() if path.is_file()]
    return datetime.fromtimestamp(max(times, default=0), UTC)


def settings(_folder: Path) -> Answer:
    """Whether the settings are fit for where the instance is reached."""
    address = django_settings.BASE_URL
    host = django_settings.ALLOWED_HOSTS[0]
    if django_settings.DEBUG:
        return State.BAD, "debug is on", "Set debug to no: it shows our insides."
    if django_settings.HTTPS and not django_settings.BEHIND_PROXY:
        advice = "Set behind_proxy to yes, and let the proxy set X-Forwarded-Proto."
        return State.BAD, f"{address} without a proxy redirects for ever", advice
    if not django_settings.HTTPS and host not in LOCAL:
        advice = "Put a proxy with HTTPS in front and write https in base_url."
        return State.BAD, f"{address} is not encrypted: sign-ins can be read", advice
    if "*" in django_settings.ALLOWED_HOSTS:
        return State.WARN, "any host name is answered", "List the names in hosts."
    return well(address)


def home_is_private(folder: Path) -> Answer:
    """Whether others on this machine can read the data or the secrets."""
    paths = [folder, folder / "secrets", *(folder / "secrets").glob("*")]
    others = stat.S_IRWXG | stat.S_IRWXO
    found = [path for path in paths if path.exists() and path.stat().st_mode & others]
    if found:
        names = ", ".join(os.path.relpath(path, folder.parent) for path in found)
        return State.BAD, f"others can read {names}", f"chmod -R go-rwx {folder}"
    return well("readable by their owner only")
