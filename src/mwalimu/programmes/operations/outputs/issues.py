"""Issues that administrations bring to a session."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record, record_many
from mwalimu.programmes.models import Session, SessionIssue
from mwalimu.programmes.operations.outputs.refusals import (
    LONGEST,
    OutputRefused,
    each_line,
    require_part,
    what_of,
)
from mwalimu.programmes.operations.sessions.checks import required_line
from mwalimu.reference.models import Member


@transaction.atomic
def add_issues(
    session: Session,
    *,
    member: Member,
    text: str,
    by: Actor,
    at: datetime,
    shared: bool = False,
) -> list[SessionIssue]:
    """An issue of a Member for each line of the text. What stands there already is left
    out, so that a form that is sent twice adds nothing.
    """
    _require(session, member, by, at)
    require_part(session, [member])
    lines = each_line(text)
    Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    known = set(session.issues.filter(member=member).values_list("text", flat=True))
    made = [
        SessionIssue(
            session=session,
            member=member,
            text=line,
            shared=shared,
            added_at=at,
            added_by=by,
        )
        for line in lines
        if line not in known
    ]
    SessionIssue.objects.bulk_create(made)
    after = {"session": str(session.uuid), "member": member.code}
    record_many("add", "issue", [(row.uuid, after) for row in made], by=by, at=at)
    return made


@transaction.atomic
def change_issue(
    row: SessionIssue, *, text: str, shared: bool, by: Actor, at: datetime
) -> SessionIssue:
    """Word it anew, or let the other Members of the session read it, or no longer."""
    _require(row.session, row.member, by, at)
    before = {"text": row.text, "shared": row.shared}
    after = {"text": required_line("text", text, LONGEST), "shared": shared}
    if before != after:
        row.text, row.shared = str(after["text"]), shared
        row.save(update_fields=["text", "shared"])
        record("edit", "issue", row.uuid, by=by, at=at, before=before, after=after)
    return row


@transaction.atomic
def drop_issue(row: SessionIssue, *, by: Actor, at: datetime) -> None:
    """It was none."""
    _require(row.session, row.member, by, at)
    before = {"member": row.member.code, "text": row.text}
    record("remove", "issue", row.uuid, by=by, at=at, before=before)
    row.delete()


def _require(session: Session, member: Member, by: Actor, at: datetime) -> None:
    if not what_of(session, by, at).writes_issue(member.pk):
        text = pgettext(
            "refusal",
            "Issues are written by the administration's own coordinators and WG members,"
            " and by the project team.",
        )
        raise OutputRefused("", text)
