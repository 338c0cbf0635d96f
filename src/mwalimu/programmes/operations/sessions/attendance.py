"""Taking attendance: one person after another, or a whole day at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record, record_many
from mwalimu.people.models import Person
from mwalimu.programmes.models import Attendance, Session, SessionDay
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_attendance,
    require_not_cancelled,
)
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.programmes.queries.sessions.expected import participants_at

LONGEST_NOTE = 200


@dataclass(frozen=True)
class Mark:
    """What is written for a person; an empty presence takes back what was written.

    Without a note, the note that is there stays.
    """

    person: Person
    presence: str
    note: str | None = None


@transaction.atomic
def take_attendance(
    day: SessionDay, *, marks: Sequence[Mark], by: Actor, at: datetime
) -> int:
    """Write who was there on a day; how many entries changed. All of it or nothing.

    What is the same already is left alone, so that a tap that is sent twice over a bad
    line changes nothing. Each correction leaves what stood before in the audit trail.
    """
    session = day.session
    require_attendance(session, by, at)
    require_not_cancelled(session)
    _check_day(session, day, at)
    # Two people take attendance in one room: one after the other, the later one holds.
    SessionDay.objects.select_for_update().get(pk=day.pk)
    present = {row.person_id: row for row in day.attendance.select_related("person")}
    _check_marks(session, marks, present)
    return _write(day, marks, present, by, at)


def _check_day(session: Session, day: SessionDay, at: datetime) -> None:
    if day.day > today_at(session, at):
        text = pgettext("refusal", "That day has not come yet: nothing was written.")
        raise SessionRefused("day", text)


def _check_marks(
    session: Session, marks: Sequence[Mark], present: dict[int, Attendance]
) -> None:
    """The states are known, each person stands once, and everybody is expected."""
    if any(mark.presence not in ("", *Attendance.Presence.values) for mark in marks):
        text = pgettext("refusal", "This state does not exist: choose one of the list.")
        raise SessionRefused("presence", text)
    if any(len(mark.note or "") > LONGEST_NOTE for mark in marks):
        text = pgettext("refusal", "A note has at most %(most)s characters.")
        raise SessionRefused("note", text % {"most": LONGEST_NOTE})
    people = [mark.person.pk for mark in marks]
    if len(people) != len(set(people)):
        text = pgettext("refusal", "Somebody stands in the list twice.")
        raise SessionRefused("person", text)
    expected = {row.person.pk for row in participants_at(session)} | present.keys()
    if not expected.issuperset(people):
        text = pgettext(
            "refusal",
            "Somebody is not expected at this session: add them as a guest first, with"
            " the reason. Nothing was written.",
        )
        raise SessionRefused("person", text)


def _write(
    day: SessionDay,
    marks: Sequence[Mark],
    present: dict[int, Attendance],
    by: Actor,
    at: datetime,
) -> int:
    fresh = []
    changed = 0
    for mark in marks:
        row = present.get(mark.person.pk)
        if row is not None:
            changed += _correct(row, mark, by, at)
        elif mark.presence:
            fresh.append(_new(day, mark, by, at))
    Attendance.objects.bulk_create(fresh)
    lines = [(row.uuid, _as_text(row)) for row in fresh]
    record_many("attend", "attendance", lines, by=by, at=at)
    return changed + len(fresh)


def _new(day: SessionDay, mark: Mark, by: Actor, at: datetime) -> Attendance:
    return Attendance(
        day=day,
        person=mark.person,
        presence=mark.presence,
        note=mark.note or "",
        recorded_at=at,
        recorded_by=by,
    )


def _correct(row: Attendance, mark: Mark, by: Actor, at: datetime) -> int:
    """Change or take back what is written; 1 where that made a difference."""
    note = row.note if mark.note is None else mark.note
    if (row.presence, row.note) == (mark.presence, note):
        return 0
    before = _as_text(row)
    if mark.presence:
        row.presence, row.note = mark.presence, note
        row.recorded_at, row.recorded_by = at, by
        row.save()
        after = _as_text(row)
    else:
        row.delete()
        after = {}
    record("correct", "attendance", row.uuid, by=by, at=at, before=before, after=after)
    return 1


def _as_text(row: Attendance) -> dict[str, str]:
    """For the audit trail: whose, which day, what; never the note, which may name why."""
    return {
        "person": str(row.person.uuid),
        "day": row.day.day.isoformat(),
        "presence": row.presence,
    }
