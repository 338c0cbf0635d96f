"""Versions of a report: filled from the records, or the team's own file."""

import io
from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.db.models import Max
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Session, SessionReport
from mwalimu.programmes.operations.reports.printing import word_of
from mwalimu.programmes.operations.reports.refusals import (
    ReportRefused,
    require_newest,
    require_state,
)
from mwalimu.programmes.operations.sessions.refusals import require_team
from mwalimu.shared.files import DOCUMENTS, FileRefused, content_hash, discard, store

LANGUAGES = ("en", "fr")
WORD_ONLY = {"docx": DOCUMENTS["docx"]}
LARGEST = 20_000_000


@transaction.atomic
def make_version(
    session: Session,
    *,
    language: str,
    by: Actor,
    at: datetime,
    with_names: bool = False,
) -> SessionReport:
    """A draft filled from the records as they are now; it supersedes the one before."""
    require_team(by, at)
    number = _next(session, language)
    content = word_of(
        session, language=language, number=number, with_names=with_names, at=at
    )
    row = SessionReport(
        session=session,
        language=language,
        number=number,
        made=True,
        with_names=with_names,
    )
    return _keep(row, io.BytesIO(content), "report.docx", by, at)


@transaction.atomic
def upload_version(
    session: Session,
    stream: BinaryIO,
    *,
    name: str,
    language: str,
    by: Actor,
    at: datetime,
    with_names: bool = False,
) -> SessionReport:
    """The team's own file as a draft that supersedes the version before it.

    Raises ReportRefused for what is no Word file, or is the same as that version.
    """
    require_team(by, at)
    number = _next(session, language)
    digest = content_hash(stream)
    stream.seek(0)
    before = session.reports.filter(language=language).order_by("-number").first()
    if before is not None and before.sha256 == digest:
        text = pgettext(
            "refusal",
            "This is the file of the newest version already: nothing to keep.",
        )
        raise ReportRefused("file", text)
    row = SessionReport(
        session=session,
        language=language,
        number=number,
        made=False,
        with_names=with_names,
    )
    return _keep(row, stream, name, by, at)


@transaction.atomic
def drop_version(row: SessionReport, *, by: Actor, at: datetime) -> None:
    """Throw a draft away that nobody received; only the newest, so that numbers follow."""
    require_team(by, at)
    _hold(row.session)
    row.refresh_from_db()
    sent = pgettext(
        "refusal", "This version was sent: it stays on record. Make another."
    )
    require_state(row, SessionReport.State.DRAFT, sent)
    require_newest(row)
    record("drop", "report", row.uuid, by=by, at=at, before={"sha256": row.sha256})
    file = row.file
    row.delete()
    if file is not None:
        discard(file)


def _hold(session: Session) -> None:
    """Two who make a version make one after the other."""
    Session.objects.select_for_update(of=("self",)).get(pk=session.pk)


def _next(session: Session, language: str) -> int:
    if language not in LANGUAGES:
        text = pgettext("refusal", "Reports are written in English or French.")
        raise ReportRefused("language", text)
    _hold(session)
    rows = session.reports.filter(language=language)
    last: int | None = rows.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _keep(
    row: SessionReport, stream: BinaryIO, name: str, by: Actor, at: datetime
) -> SessionReport:
    try:
        row.file = store(stream, name=name, kinds=WORD_ONLY, most=LARGEST, at=at)
    except FileRefused as refused:
        raise ReportRefused("file", str(refused)) from None
    row.sha256 = row.file.sha256
    row.created_at, row.created_by = at, by
    row.save()
    after = {
        "session": str(row.session.uuid),
        "language": row.language,
        "version": row.number,
        "sha256": row.sha256,
        "with_names": row.with_names,
    }
    record("make", "report", row.uuid, by=by, at=at, after=after)
    return row
