"""The collective work plan: tasks, who owns them, and how far they are."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.programmes.models import Session, WorkItem, WorkNote
from mwalimu.programmes.operations.outputs.refusals import (
    LONGEST,
    OutputRefused,
    require_part,
    require_team_for,
    what_of,
)
from mwalimu.programmes.operations.sessions.checks import one_line, required_line
from mwalimu.programmes.queries.outputs.owners import owners_at
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.reference.models import Member

LONGEST_NOTE = 1000


@dataclass(frozen=True, kw_only=True)
class Task:
    """What a task says: what is to be done, by whom, by when. Unknown stays empty."""

    text: str
    member: Member | None = None
    person: Person | None = None
    due_on: date | None = None


@transaction.atomic
def add_task(session: Session, task: Task, *, by: Actor, at: datetime) -> WorkItem:
    """A task of the work plan that a session agreed. Where a person owns it and no Member
    is given, it is the Member for which they come. Raises OutputRefused.
    """
    require_team_for(session, by, at)
    row = WorkItem(session=session, added_at=at, added_by=by)
    return _write(row, _columns(session, task), by, at)


@transaction.atomic
def change_task(row: WorkItem, task: Task, *, by: Actor, at: datetime) -> WorkItem:
    """Another wording, owner or day; the follow-up stays."""
    require_team_for(row.session, by, at)
    return _write(row, _columns(row.session, task, row), by, at)


def _write(
    row: WorkItem, columns: dict[str, object], by: Actor, at: datetime
) -> WorkItem:
    before = _as_text(row) if row.pk else {}
    for name, value in columns.items():
        setattr(row, name, value)
    after = _as_text(row)
    if before != after:
        row.save()
        verb = "edit" if before else "add"
        record(verb, "task", row.uuid, by=by, at=at, before=before, after=after)
    return row


def _as_text(row: WorkItem) -> dict[str, str]:
    """For the audit trail: a person by their public id, never by name."""
    return {
        "text": row.text,
        "member": row.member.code if row.member else "",
        "person": str(row.person.uuid) if row.person else "",
        "due_on": row.due_on.isoformat() if row.due_on else "",
    }


def _columns(
    session: Session, task: Task, row: WorkItem | None = None
) -> dict[str, object]:
    require_part(session, [task.member])
    if task.due_on is not None and not 1990 <= task.due_on.year <= 2100:
        text = pgettext("refusal", "Write a day from 1990 to 2100.")
        raise OutputRefused("due_on", text)
    member = task.member
    if task.person is not None and (row is None or row.person_id != task.person.pk):
        found = {each.person.pk: each for each in owners_at(session)}
        if task.person.pk not in found:
            text = pgettext("refusal", "Choose somebody who takes part in the session.")
            raise OutputRefused("person", text)
        member = _agreed(member, found[task.person.pk].member)
    return {
        "text": required_line("text", task.text, LONGEST),
        "member": member,
        "person": task.person,
        "due_on": task.due_on,
    }


def _agreed(given: Member | None, own: Member | None) -> Member | None:
    """The Member of a task whose person comes for `own`."""
    if given and own and given.pk != own.pk:
        text = pgettext("refusal", "This person comes for another Member.")
        raise OutputRefused("person", text)
    return given or own


@transaction.atomic
def drop_task(row: WorkItem, *, by: Actor, at: datetime) -> None:
    """A task that was written down by mistake. One with follow-up stays: close it."""
    require_team_for(row.session, by, at)
    if row.notes.exists():
        text = pgettext(
            "refusal",
            "There is follow-up on this task, so it stays on record. Say that it is no"
            " longer pursued instead.",
        )
        raise OutputRefused("", text)
    record("remove", "task", row.uuid, by=by, at=at, before={"text": row.text})
    row.delete()


@transaction.atomic
def follow_up(
    row: WorkItem,
    *,
    state: str,
    by: Actor,
    at: datetime,
    text: str = "",
    day: date | None = None,
) -> WorkNote:
    """Say how far a task is on a day, today where none is given. Raises OutputRefused.

    Its owners say it for themselves; that it is no longer pursued is the team's to say,
    with the reason. The state of the task is that of its latest note.
    """
    item = WorkItem.objects.select_for_update(of=("self",)).get(pk=row.pk)
    may = what_of(item.session, by, at)
    if not may.follows_up(item):
        wrong = pgettext("refusal", "Only who owns the task says how far it is.")
        raise OutputRefused("", wrong)
    today = today_at(item.session, at)
    note = WorkNote(
        item=item,
        day=day or today,
        state=_state(state, text, may.team),
        text=one_line("text", text, LONGEST_NOTE),
        written_at=at,
        written_by=by,
    )
    if note.day > today or note.day.year < 1990:
        wrong = pgettext("refusal", "Write today or a day before it.")
        raise OutputRefused("day", wrong)
    note.save()
    before = item.state
    _stand(item)
    after = {"state": item.state, "day": note.day.isoformat()}
    record(
        "follow_up", "task", item.uuid, by=by, at=at, before={"state": before},
        after=after,
    )  # fmt: skip
    row.state, row.closed_on = item.state, item.closed_on
    return note


def _state(state: str, text: str, team: bool) -> str:
    if state not in WorkItem.State.values:
        wrong = pgettext(
            "refusal", "This state does not exist: choose one of the list."
        )
        raise OutputRefused("state", wrong)
    if state == WorkItem.State.DROPPED and not team:
        wrong = pgettext(
            "refusal", "Only the project team says that a task is no longer pursued."
        )
        raise OutputRefused("state", wrong)
    if state == WorkItem.State.DROPPED and not text.strip():
        wrong = pgettext("refusal", "Say why it is no longer pursued.")
        raise OutputRefused("text", wrong)
    return state


def _stand(item: WorkItem) -> None:
    """The task stands where its latest note says; of one day the last written."""
    latest = item.notes.order_by("-day", "-pk").first()
    if latest is None:
        return
    item.state = latest.state
    item.closed_on = latest.day if latest.state in WorkItem.CLOSED else None
    item.save(update_fields=["state", "closed_on"])
