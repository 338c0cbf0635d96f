"""An activity or a supplementary session that follows from a decision."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import (
    Activity,
    ExtraEvent,
    Session,
    SessionDecision,
)
from mwalimu.programmes.operations.events import (
    ActivityFacts,
    SessionFacts,
    create_activity,
    create_session,
)
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_team,
)


@transaction.atomic
def plan_activity(
    decision: SessionDecision, *, facts: ActivityFacts, by: Actor, at: datetime
) -> Activity:
    """Record an activity that follows from a decision; each knows of the other.

    Raises SessionRefused, and ProgrammeRefused for facts that make no sense.
    """
    row = _standing(decision, by, at)
    made = create_activity(facts=facts, by=by, at=at)
    ExtraEvent.objects.create(decision=row, activity=made)
    _note(row, "activity", made, by, at)
    return made


@transaction.atomic
def plan_session(
    decision: SessionDecision, *, facts: SessionFacts, by: Actor, at: datetime
) -> Session:
    """Record a session that follows from a decision; each knows of the other."""
    row = _standing(decision, by, at)
    made = create_session(facts=facts, by=by, at=at)
    ExtraEvent.objects.create(decision=row, session=made)
    _note(row, "session", made, by, at)
    return made


def _standing(decision: SessionDecision, by: Actor, at: datetime) -> SessionDecision:
    """The decision, locked; nothing new follows from one that was dropped."""
    require_team(by, at)
    row = SessionDecision.objects.select_for_update().get(pk=decision.pk)
    if row.state == SessionDecision.State.DROPPED:
        text = pgettext("refusal", "This decision was dropped: reopen it first.")
        raise SessionRefused("", text)
    return row


def _note(
    row: SessionDecision, what: str, made: Activity | Session, by: Actor, at: datetime
) -> None:
    after = {what: str(made.uuid)}
    record("plan", "session_decision", row.uuid, by=by, at=at, after=after)
