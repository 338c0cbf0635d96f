"""Decisions after a session: taken, reworded, carried out or dropped."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.forms.models import Question
from mwalimu.programmes.models import Evaluation, Session, SessionDecision
from mwalimu.programmes.operations.sessions.checks import one_line, required_line
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_team,
)
from mwalimu.shared.texts import is_readable

State = SessionDecision.State
LONGEST_WHAT, LONGEST_OWNER, LONGEST_OUTCOME, LONGEST_TEXT = 300, 200, 300, 2_000


@dataclass(frozen=True)
class DecisionFacts:
    """What is decided, why, and on which question or remark of the evaluation it stands.

    `owner` is who sees to it, in words.
    """

    what: str
    why: str
    question: Question | None = None
    remark: str = ""
    owner: str = ""
    due_on: date | None = None


@transaction.atomic
def decide(
    session: Session, *, facts: DecisionFacts, by: Actor, at: datetime
) -> SessionDecision:
    """Put a decision on record. Raises SessionRefused."""
    require_team(by, at)
    columns = _checked(session, facts)
    made = SessionDecision.objects.create(
        session=session, decided_at=at, decided_by=by, **columns
    )
    _note("decide", made, by, at, after=_said(made))
    return made


@transaction.atomic
def edit_decision(
    decision: SessionDecision, *, facts: DecisionFacts, by: Actor, at: datetime
) -> SessionDecision:
    """Word it otherwise, or give it another day; not once it is settled."""
    require_team(by, at)
    row = _locked(decision)
    _require_open(row)
    before = _said(row)
    for name, value in _checked(row.session, facts).items():
        setattr(row, name, value)
    row.save()
    if before != _said(row):
        _note("edit", row, by, at, before=before, after=_said(row))
    return row


@transaction.atomic
def settle_decision(
    decision: SessionDecision, *, state: str, outcome: str, by: Actor, at: datetime
) -> SessionDecision:
    """It was carried out, or it is dropped for a reason."""
    require_team(by, at)
    row = _locked(decision)
    _require_open(row)
    if state not in (State.DONE, State.DROPPED):
        text = pgettext("refusal", "Say whether it is done or dropped.")
        raise SessionRefused("state", text)
    written = required_line if state == State.DROPPED else one_line
    row.outcome = written("outcome", outcome, LONGEST_OUTCOME)
    row.state, row.settled_at, row.settled_by = state, at, by
    row.save()
    after = {"state": state, "outcome": row.outcome}
    _note("settle", row, by, at, before={"state": State.OPEN.value}, after=after)
    return row


@transaction.atomic
def reopen_decision(
    decision: SessionDecision, *, by: Actor, at: datetime
) -> SessionDecision:
    """It is to be done after all."""
    require_team(by, at)
    row = _locked(decision)
    if row.state == State.OPEN:
        raise SessionRefused("", pgettext("refusal", "This decision is open."))
    before = {"state": row.state, "outcome": row.outcome}
    row.state, row.outcome = State.OPEN, ""
    row.settled_at = row.settled_by = None
    row.save()
    _note("reopen", row, by, at, before=before, after={"state": State.OPEN.value})
    return row


def _checked(session: Session, facts: DecisionFacts) -> dict[str, Any]:
    question = facts.question
    if question is not None:
        asked = Evaluation.objects.filter(
            session=session, round__edition=question.edition_id
        )
        if not asked.exists():
            text = pgettext("refusal", "This question was not asked about the session.")
            raise SessionRefused("question", text)
    return {
        "what": required_line("what", facts.what, LONGEST_WHAT),
        "why": _text("why", facts.why, required=True),
        "question": question,
        "remark": _text("remark", facts.remark),
        "owner": one_line("owner", facts.owner, LONGEST_OWNER),
        "due_on": facts.due_on,
    }


def _text(field: str, text: str, required: bool = False) -> str:
    found = text.strip()
    if required and not found:
        raise SessionRefused(field, pgettext("refusal", "Something must stand here."))
    if len(found) > LONGEST_TEXT or not is_readable(found):
        wrong = pgettext("refusal", "Write at most %(most)s plain characters.")
        raise SessionRefused(field, wrong % {"most": LONGEST_TEXT})
    return found


def _locked(decision: SessionDecision) -> SessionDecision:
    rows = SessionDecision.objects.select_for_update(of=("self",))
    return rows.select_related("session").get(pk=decision.pk)


def _require_open(row: SessionDecision) -> None:
    if row.state != State.OPEN:
        text = pgettext("refusal", "This decision is settled: reopen it to change it.")
        raise SessionRefused("", text)


def _said(row: SessionDecision) -> dict[str, str]:
    """As the trail keeps it; a remark stays out, for it may be somebody's words."""
    return {
        "session": str(row.session.uuid),
        "what": row.what,
        "why": row.why,
        "question": str(row.question.uuid) if row.question else "",
        "owner": row.owner,
        "due_on": row.due_on.isoformat() if row.due_on else "",
    }


def _note(
    verb: str, row: SessionDecision, by: Actor, at: datetime, **change: Any
) -> None:
    record(verb, "session_decision", row.uuid, by=by, at=at, **change)
