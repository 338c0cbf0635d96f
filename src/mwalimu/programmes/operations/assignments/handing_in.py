"""Handing in: each time a new version, never over an old one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.engine.deadlines import Deadline, Standing, day_in
from mwalimu.programmes.models import (
    Assignment,
    Holding,
    Submission,
    SubmissionFile,
)
from mwalimu.programmes.operations.assignments.refusals import WorkRefused, plain
from mwalimu.programmes.permissions.assignments import may_run_assignments
from mwalimu.shared.models import StoredFile

State = Submission.State
LONGEST_TEXT = 50_000
LONGEST_REASON = 500
MOST_FILES = 10
IS_WEB = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class HandedFile:
    """A stored file, by the name its author gave it."""

    name: str
    file: StoredFile


@transaction.atomic
def hand_in(
    assignment: Assignment,
    *,
    person: Person,
    text: str = "",
    link: str = "",
    files: Sequence[HandedFile] = (),
    reason: str = "",
    by: Actor,
    at: datetime,
) -> Submission:
    """A new version of the person's work; the one that waits becomes an older version.

    Only the person hands in, or the project team for them with a reason. The same
    content sent again changes nothing. Raises WorkRefused.
    """
    why = _check_who(person, reason, by, at)
    holding = _seat_of(assignment, person, at)
    _check_open(assignment)
    clean = plain("text", text, LONGEST_TEXT)
    _check_content(clean, link.strip(), files)
    last = _latest(assignment, person)
    if last is not None and _same(last, clean, link.strip(), files):
        return _again(last)
    late = _late(assignment, holding, last, at)
    _replace(last)
    row = Submission.objects.create(
        assignment=assignment,
        person=person,
        version=last.version + 1 if last else 1,
        text=clean,
        link=link.strip(),
        reason=why,
        late=late,
        handed_in_at=at,
        handed_in_by=by,
    )
    SubmissionFile.objects.bulk_create(
        SubmissionFile(submission=row, file=each.file, name=each.name) for each in files
    )
    after = {
        "person": str(person.uuid),
        "assignment": str(assignment.uuid),
        "version": row.version,
        "late": late,
        "files": len(files),
    }
    record("hand_in", "submission", row.uuid, by=by, at=at, after=after)
    return row


def _check_who(person: Person, reason: str, by: Actor, at: datetime) -> str:
    """The person themselves, or the team for them: then with the reason it gives."""
    viewer = acting_viewer(by, at.date())
    if viewer.person_id == person.pk and person.erased_at is None:
        return ""
    if not may_run_assignments(viewer) or person.erased_at is not None:
        text = pgettext("refusal", "Only whoever did the work hands it in.")
        raise WorkRefused("", text)
    why = plain("reason", reason, LONGEST_REASON)
    if not why:
        text = pgettext("refusal", "Say why you hand it in for somebody else.")
        raise WorkRefused("reason", text)
    return why


def _seat_of(assignment: Assignment, person: Person, at: datetime) -> Holding:
    """The holding by which the assignment is the person's; locked against two at once.

    Whoever was replaced hands in no more: their successor does the work.
    """
    rows = Holding.objects.select_for_update(of=("self",)).filter(
        person=person, seat__cohort=assignment.cohort_id
    )
    if assignment.topic_id is not None:
        rows = rows.filter(seat__topic=assignment.topic_id)
    held: list[Holding] = list(
        rows.select_related("seat__member").order_by("since", "pk")
    )
    for row in held:
        today = day_in(at, row.seat.member.time_zone)
        if row.since <= today and (row.until is None or today <= row.until):
            return row
    if any(row.until for row in held):
        ended = max(row.until for row in held if row.until)
        text = pgettext(
            "refusal",
            "The seat in this cohort ended on %(day)s, so nothing more is handed in for"
            " it. Nothing is lost: what was handed in before stays, and what stands here"
            " can be copied. Ask the project team if that day is wrong.",
        )
        raise WorkRefused("", text % {"day": ended.isoformat()})
    text = pgettext(
        "refusal", "This assignment is for those who hold a seat it is for."
    )
    raise WorkRefused("", text)


def _check_open(assignment: Assignment) -> None:
    assignment.refresh_from_db(fields=["state", "due_on", "late_until"])
    if assignment.state == Assignment.State.OPEN:
        return
    text = pgettext(
        "refusal",
        "This assignment is closed, so nothing was handed in. What you wrote is still"
        " here. Ask the project team to open it again.",
    )
    raise WorkRefused("", text)


def _check_content(text: str, link: str, files: Sequence[HandedFile]) -> None:
    if not text and not link and not files:
        message = pgettext("refusal", "Write a text, give a link, or add a file.")
        raise WorkRefused("", message)
    if len(files) > MOST_FILES:
        message = pgettext("refusal", "Hand in at most %(most)s files at once.")
        raise WorkRefused("files", message % {"most": MOST_FILES})
    if not link:
        return
    try:
        IS_WEB(link)
    except ValidationError:
        message = pgettext(
            "refusal", "This is no address of a page: it begins with https://."
        )
        raise WorkRefused("link", message) from None
    if len(link) > 500:
        message = pgettext("refusal", "Write at most %(most)s characters.")
        raise WorkRefused("link", message % {"most": 500})


def _latest(assignment: Assignment, person: Person) -> Submission | None:
    """The newest version, locked: a review that settles it comes before or after."""
    rows = Submission.objects.select_for_update()
    found = rows.filter(assignment=assignment, person=person)
    return found.order_by("-version").first()


def _same(last: Submission, text: str, link: str, files: Sequence[HandedFile]) -> bool:
    before = sorted(last.files.values_list("name", "file"))
    return (last.text, last.link) == (text, link) and before == sorted(
        (each.name, each.file.pk) for each in files
    )


def _again(last: Submission) -> Submission:
    """The same content once more: a second click, or nothing new after a repeat."""
    if last.state == State.REPEAT:
        text = pgettext(
            "refusal",
            "This is the same as version %(version)s, which is to be repeated. Change it"
            " as the remarks say, then hand it in.",
        )
        raise WorkRefused("", text % {"version": last.version})
    return last


def _late(
    assignment: Assignment, holding: Holding, last: Submission | None, at: datetime
) -> bool:
    """Whether it comes late. A repeat has no day of its own. Raises WorkRefused."""
    if last is not None and last.state in (State.ACCEPTED, State.REJECTED):
        text = pgettext(
            "refusal", "Version %(version)s was settled: nothing more is handed in."
        )
        raise WorkRefused("", text % {"version": last.version})
    if last is not None and last.state == State.REPEAT:
        return last.late
    zone = holding.seat.member.time_zone
    deadline = Deadline(assignment.due_on, assignment.late_until, zone)
    standing = deadline.standing(at)
    if standing == Standing.OVER:
        text = pgettext(
            "refusal",
            "This was taken until the end of %(day)s (%(zone)s), so nothing was handed"
            " in. What you wrote is still here. Ask the project team for more time.",
        )
        last_day = assignment.late_until or assignment.due_on
        raise WorkRefused("", text % {"day": last_day.isoformat(), "zone": zone})
    return standing == Standing.LATE


def _replace(last: Submission | None) -> None:
    if last is not None and last.state == State.HANDED_IN:
        last.state = State.REPLACED
        last.save(update_fields=["state"])
