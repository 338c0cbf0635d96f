"""Checks of the database, the built files and mail."""

import smtplib
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection

from mwalimu.cli.health.findings import Answer, State, well
from mwalimu.cli.prepare import (
    pending_migrations,
    static_is_current,
    unknown_migrations,
)

POSTGRESQL = 150000
SQLITE = (3, 31)


def database(_folder: Path) -> Answer:
    """Whether it answers, and is new enough."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        import sqlite3

        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(1)")
            sound = cursor.fetchone() == ("ok",)
        if not sound:
            advice = "Stop the server and restore the newest backup."
            return State.BAD, "SQLite says that the file is damaged", advice
        return well(f"SQLite {sqlite3.sqlite_version} answers and is sound")
    number = connection.pg_version  # type: ignore[attr-defined]
    text = f"PostgreSQL {number // 10000}.{number % 10000} answers"
    if number < POSTGRESQL:
        return State.BAD, text, "Upgrade the server to PostgreSQL 15 or later."
    return well(text)


def migrations(_folder: Path) -> Answer:
    """Whether the tables are those of this version."""
    if unknown := unknown_migrations():
        advice = "Install the newer version that made them, or restore a backup."
        return State.BAD, f"{len(unknown)} are unknown to this version", advice
    if pending := pending_migrations():
        advice = "Run `mwalimu upgrade` (or `mwalimu init` for a new instance)."
        return State.BAD, f"{len(pending)} are to be applied", advice
    return well("all applied")


def static_files(_folder: Path) -> Answer:
    """Whether the collected files are those of this version."""
    if settings.DEBUG or static_is_current():
        return well("current")
    advice = "Run `mwalimu upgrade` (or `mwalimu init` for a new instance)."
    return State.BAD, "missing or of another version", advice


def translations(_folder: Path) -> Answer:
    """Whether each catalogue was compiled after it was last changed."""
    stale = []
    for root in settings.LOCALE_PATHS:
        for source in Path(root).glob("*/LC_MESSAGES/*.po"):
            compiled = source.with_suffix(".mo")
            if not compiled.exists() or newer(source, compiled):
                stale.append(source.parts[-3])
    if stale:
        advice = (
            "From source: `make src/mwalimu/locale/.compiled`. Else: install again."
        )
        return State.WARN, f"not compiled: {', '.join(sorted(stale))}", advice
    return well("compiled")


def newer(source: Path, compiled: Path) -> bool:
    """Whether a file was changed after the other, by more than unpacking explains."""
    return source.stat().st_mtime > compiled.stat().st_mtime + 60


def mail(_folder: Path) -> Answer:
    """Whether the mail server takes our sign-in."""
    if settings.DEMO:
        return well("kept on the outbox page: this is the demo")
    if not settings.EMAIL_HOST:
        advice = "Set mail_host; until then mails are only shown on the outbox page."
        return State.WARN, "no mail server is set", advice
    server = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        backend = get_connection(timeout=10)
        backend.open()
        backend.close()
    except (OSError, smtplib.SMTPException) as error:
        advice = "Check mail_host, mail_port, mail_tls, mail_user and mail_password."
        return State.BAD, f"{server}: {type(error).__name__}", advice
    return well(f"{server} takes our sign-in")
