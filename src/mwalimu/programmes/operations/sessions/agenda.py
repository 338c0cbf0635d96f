"""The agenda of a session, line by line."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import AgendaItem, Session, SessionDay
from mwalimu.programmes.operations.sessions.checks import one_line, required_line
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_not_cancelled,
    require_team,
)


@dataclass(frozen=True, kw_only=True)
class Item:
    """What a line of the agenda says. Two lines at the same time are parallel."""

    day: SessionDay
    starts_at: time
    title: str
    kind: str
    ends_at: time | None = None
    speaker: str = ""
    room: str = ""


@transaction.atomic
def put_on_agenda(
    session: Session,
    item: Item,
    *,
    by: Actor,
    at: datetime,
    row: AgendaItem | None = None,
) -> AgendaItem:
    """Add a line to the agenda, or change `row`. Raises SessionRefused."""
    require_team(by, at)
    require_not_cancelled(session)
    _check(session, item)
    before = _as_text(row) if row else {}
    line = row or AgendaItem()
    for name, value in vars(item).items():
        setattr(line, name, value)
    line.title = required_line("title", item.title, 200)
    line.speaker = one_line("speaker", item.speaker, 200)
    line.room = one_line("room", item.room, 100)
    line.save()
    after = _as_text(line)
    if before != after:
        record(
            "agenda", "session", session.uuid, by=by, at=at, before=before, after=after
        )
    return line


@transaction.atomic
def take_off_agenda(row: AgendaItem, *, by: Actor, at: datetime) -> None:
    """Drop a line of the agenda."""
    session = row.day.session
    require_team(by, at)
    require_not_cancelled(session)
    record("agenda", "session", session.uuid, by=by, at=at, before=_as_text(row))
    row.delete()


def _check(session: Session, item: Item) -> None:
    if item.day.session_id != session.pk:
        text = pgettext("refusal", "Choose one of the days of this session.")
        raise SessionRefused("day", text)
    if item.kind not in AgendaItem.Kind.values:
        text = pgettext("refusal", "Choose a kind of the list.")
        raise SessionRefused("kind", text)
    if item.ends_at is not None and item.ends_at <= item.starts_at:
        text = pgettext("refusal", "A line of the agenda ends after it begins.")
        raise SessionRefused("ends_at", text)


def _as_text(row: AgendaItem) -> dict[str, str]:
    """For the audit trail; without the speaker, who is a person."""
    return {
        "day": row.day.day.isoformat(),
        "starts_at": row.starts_at.isoformat("minutes"),
        "ends_at": row.ends_at.isoformat("minutes") if row.ends_at else "",
        "title": row.title,
        "kind": row.kind,
        "room": row.room,
    }
