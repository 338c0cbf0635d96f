"""Writing the steps: one of one person with all its details, or a state for many."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.engine.logistics import ASKED, DONE, NOT_NEEDED, PASSPORT
from mwalimu.programmes.models import Arrangement, Session
from mwalimu.programmes.operations.logistics.refusals import (
    LogisticsRefused,
    StepChanged,
)
from mwalimu.programmes.operations.logistics.work import (
    EVENTS,
    LONGEST,
    Said,
    begin,
    check,
)
from mwalimu.programmes.operations.sessions.checks import one_line, required_line
from mwalimu.programmes.permissions import Sight
from mwalimu.programmes.queries.sessions.attendance import over


@transaction.atomic
def set_step(
    session: Session,
    who: UUID,
    step: str,
    said: Said,
    *,
    by: Actor,
    at: datetime,
    seen: str | None = None,
) -> bool:
    """Write one step of one person, all its details; whether that changed anything.

    `seen` is what `version_of` gave when the step was read: raises StepChanged where
    somebody wrote it since.
    """
    work = begin(session, by, at)
    row = work.step_of(who, step)
    if seen is not None and seen != version_of(row):
        raise StepChanged
    check(step, said)
    note = one_line("note", said.note, LONGEST)
    details = {**vars(said), "note": note}
    if said.state in (ASKED, DONE) and said.day is None and step not in EVENTS:
        details["day"] = work.today
    return bool(work.write([(row, details)]))


@transaction.atomic
def set_many(
    session: Session,
    steps: Sequence[tuple[UUID, str]],
    *,
    state: str,
    by: Actor,
    at: datetime,
    day: date | None = None,
    note: str = "",
) -> list[UUID]:
    """The same state for many steps; the persons of whom something changed.

    All or none. Details that are there stay, where no other day or note is given: names
    as in passports and flights are each person's own.
    """
    work = begin(session, by, at)
    if not steps:
        text = pgettext("refusal", "Tick the people first.")
        raise LogisticsRefused("who", text)
    text = one_line("note", note, LONGEST)
    changes = []
    for who, step in dict.fromkeys(steps):
        row = work.step_of(who, step)
        check(step, Said(state=state, day=day))
        changes.append((row, _in_bulk(row, state, day, text, work.today)))
    return work.write(changes)


@transaction.atomic
def say_passport_name(session: Session, name: str, *, by: Actor, at: datetime) -> bool:
    """A person writes their own name as it stands in their passport."""
    viewer = acting_viewer(by, at.date())
    if over(session, at):
        text = pgettext("refusal", "This session is over: nothing was changed.")
        raise LogisticsRefused("name", text)
    work = begin(session, by, at, Sight(frozenset({PASSPORT})))
    mine = [
        row for row in work.people if row.person and row.person.pk == viewer.person_id
    ]
    if not mine:
        text = pgettext("refusal", "You are not expected at this session.")
        raise LogisticsRefused("name", text)
    row = work.step_of(mine[0].uuid, PASSPORT)
    details = {
        "state": DONE,
        "day": work.today,
        "note": required_line("name", name, LONGEST),
    }
    if (row.state, row.note) == (DONE, details["note"]):
        return False
    return bool(work.write([(row, details)]))


def version_of(row: Arrangement | None) -> str:
    """What a form keeps of a step that it shows, to know whether it was changed since."""
    return row.set_at.isoformat() if row and row.pk else ""


def _in_bulk(
    row: Arrangement, state: str, day: date | None, note: str, today: date
) -> dict[str, Any]:
    """What becomes of a step whose state alone is given. An event keeps its day, unless
    it is not needed; any other step is dated today once it is asked or done.
    """
    details: dict[str, Any] = {"state": state, "note": note or row.note}
    if state == NOT_NEEDED:
        return {**details, "day": None, "hour": None, "until": None}
    if row.step in EVENTS:
        return {**details, "day": day or row.day} if day else details
    if state in (ASKED, DONE):
        same = row.day if row.state == state else None
        return {**details, "day": day or same or today}
    return {**details, "day": None}
