"""Papers of a session."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Paper, Session
from mwalimu.programmes.operations.sessions.checks import required_line
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_team,
)
from mwalimu.shared.files import DOCUMENTS, FileRefused, plain_name, store

MOST_BYTES = 20_000_000


@transaction.atomic
def add_paper(
    session: Session,
    stream: BinaryIO,
    *,
    name: str,
    title: str,
    seen_by: str,
    by: Actor,
    at: datetime,
    language: str = "",
) -> Paper:
    """Keep a file for a session. Raises SessionRefused, also for a file not taken."""
    require_team(by, at)
    line = required_line("title", title, 200)
    _check_reader(seen_by)
    try:
        file = store(stream, name=name, kinds=DOCUMENTS, most=MOST_BYTES, at=at)
    except FileRefused as refused:
        raise SessionRefused("file", str(refused)) from None
    if session.papers.filter(file=file).exists():
        text = pgettext("refusal", "This file is among the papers already.")
        raise SessionRefused("file", text)
    paper = Paper.objects.create(
        session=session,
        title=line,
        language=language,
        seen_by=seen_by,
        file=file,
        name=plain_name(name),
        added_at=at,
        added_by=by,
    )
    record("add_paper", "session", session.uuid, by=by, at=at, after=_as_text(paper))
    return paper


@transaction.atomic
def show_paper_to(paper: Paper, *, seen_by: str, by: Actor, at: datetime) -> Paper:
    """Open a paper to those who take part, or close it."""
    require_team(by, at)
    _check_reader(seen_by)
    before = _as_text(paper)
    paper.seen_by = seen_by
    paper.save(update_fields=["seen_by"])
    if before != _as_text(paper):
        record(
            "show_paper",
            "session",
            paper.session.uuid,
            by=by,
            at=at,
            before=before,
            after=_as_text(paper),
        )
    return paper


@transaction.atomic
def remove_paper(paper: Paper, *, by: Actor, at: datetime) -> None:
    """Take a paper away; nobody downloads it any more."""
    require_team(by, at)
    session = paper.session
    record(
        "remove_paper", "session", session.uuid, by=by, at=at, before=_as_text(paper)
    )
    paper.delete()


def _check_reader(seen_by: str) -> None:
    if seen_by not in Paper.SeenBy.values:
        text = pgettext("refusal", "Say who may read it.")
        raise SessionRefused("seen_by", text)


def _as_text(paper: Paper) -> dict[str, str]:
    return {"paper": str(paper.uuid), "title": paper.title, "seen_by": paper.seen_by}
