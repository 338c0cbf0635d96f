"""Training needs that a session identified."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Session, TrainingNeed
from mwalimu.programmes.operations.outputs.refusals import (
    LONGEST,
    each_line,
    require_part,
    require_team_for,
)
from mwalimu.programmes.operations.sessions.checks import required_line
from mwalimu.programmes.operations.write import put
from mwalimu.reference.models import Member, Topic


@transaction.atomic
def add_needs(
    session: Session,
    *,
    text: str,
    by: Actor,
    at: datetime,
    topic: Topic | None = None,
    members: Sequence[Member] = (),
) -> list[TrainingNeed]:
    """A need for each line of the text, all of the same topic and Members. What stands
    there already is left out.
    """
    require_team_for(session, by, at)
    require_part(session, members)
    lines = each_line(text)
    Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    known = set(session.needs.values_list("text", flat=True))
    made = []
    for line in lines:
        if line in known:
            continue
        row = TrainingNeed.objects.create(
            session=session, topic=topic, text=line, added_at=at, added_by=by
        )
        row.members.set(members)
        after = {"session": str(session.uuid), "text": line}
        record("add", "need", row.uuid, by=by, at=at, after=after)
        made.append(row)
    return made


@transaction.atomic
def change_need(
    row: TrainingNeed,
    *,
    text: str,
    by: Actor,
    at: datetime,
    topic: Topic | None = None,
    members: Sequence[Member] = (),
) -> TrainingNeed:
    """Word it anew, or say of whom it is."""
    require_team_for(row.session, by, at)
    require_part(row.session, members)
    columns = {"text": required_line("text", text, LONGEST), "topic": topic}
    put(row, columns, {"members": members}, subject="need", by=by, at=at)
    return row


@transaction.atomic
def drop_need(row: TrainingNeed, *, by: Actor, at: datetime) -> None:
    """It was none."""
    require_team_for(row.session, by, at)
    record("remove", "need", row.uuid, by=by, at=at, before={"text": row.text})
    row.delete()
