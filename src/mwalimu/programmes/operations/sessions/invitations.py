"""Inviting people: what is sent, updated and withdrawn follows from what holds now."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer, addresses_of
from mwalimu.programmes.engine.invitations import Due, Sent, Step, due
from mwalimu.programmes.models import Holding, Invitation, Session
from mwalimu.programmes.operations.sessions.checks import one_line
from mwalimu.programmes.operations.sessions.mailing import send
from mwalimu.programmes.operations.sessions.refusals import (
    SessionNotAllowed,
    SessionRefused,
    require_not_cancelled,
    require_team,
)
from mwalimu.programmes.queries.sessions.attendance import over
from mwalimu.programmes.queries.sessions.expected import participants_at

State = Invitation.State


@dataclass(frozen=True)
class Outcome:
    """How many mails went to the outbox, and who could not be reached."""

    invited: int
    updated: int
    withdrawn: int
    unreachable: tuple[Person, ...] = ()


@transaction.atomic
def send_invitations(session: Session, *, by: Actor, at: datetime) -> Outcome:
    """Invite everybody expected who has no invitation; put the others right.

    Asked twice it sends nothing twice. Whoever has no mail address stays to be sent.
    """
    require_team(by, at)
    require_not_cancelled(session)
    if not session.days.exists():
        text = pgettext(
            "refusal",
            "The days on which the session meets are not set: set them first.",
        )
        raise SessionRefused("days", text)
    return _bring_up(session, by, at, invite=True)


def bring_up_to_date(session: Session, *, by: Actor, at: datetime) -> Outcome:
    """Update or withdraw what was sent, after a change that somebody else was allowed.

    Nothing is sent about a session that is over.
    """
    if over(session, at):
        return Outcome(0, 0, 0)
    return _bring_up(session, by, at, invite=False)


def seat_was_left(holding: Holding, *, by: Actor, at: datetime) -> None:
    """After a holding changed: withdraw what the person has no seat for any more."""
    rows = Invitation.objects.filter(
        person=holding.person_id, session__cohorts=holding.seat.cohort_id
    )
    for row in rows.select_related("session__host", "session__group"):
        bring_up_to_date(row.session, by=by, at=at)


def _bring_up(session: Session, by: Actor, at: datetime, *, invite: bool) -> Outcome:
    # Two who press the same button: the second one finds nothing left to send.
    Session.objects.select_for_update().get(pk=session.pk)
    present = {row.person_id: row for row in _open(session)}
    people = {row.person.pk: row.person for row in participants_at(session)}
    says = print_of(session)
    steps = due(
        [
            Sent(row.person_id, row.state, row.sequence, row.said)
            for row in present.values()
        ],
        people.keys(),
        says,
        invite=invite,
    )
    for row in present.values():
        people.setdefault(row.person_id, row.person)
    return _take(session, steps, present, people, says, by, at)


def _open(session: Session) -> list[Invitation]:
    rows = session.invitations.select_related("person__account")
    return list(rows.filter(person__erased_at=None))


def print_of(session: Session) -> str:
    """A print of what a calendar shows of a session; empty where nothing holds.

    In no language, so that it is the same whoever makes it.
    """
    days = [row.day for row in session.days.all()]
    if not days or session.is_cancelled:
        return ""
    place = [session.mode, session.city, session.host.code if session.host else ""]
    hours = [session.opens_at, session.closes_at]
    text = json.dumps([days, hours, place, session.title], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _take(
    session: Session,
    steps: list[Due],
    present: Mapping[int, Invitation],
    people: Mapping[int, Person],
    says: str,
    by: Actor,
    at: datetime,
) -> Outcome:
    addresses = addresses_of(people)
    done: Counter[str] = Counter()
    unreachable = []
    for each in steps:
        person = people[each.person]
        row = present.get(each.person) or Invitation(
            session=session, person=person, made_at=at, made_by=by
        )
        address = addresses.get(each.person)
        if each.step == Step.DROP or (address is None and each.step == Step.CANCEL):
            row.state = State.CANCELLED
        elif address is None:
            unreachable.append(person)
        else:
            send(row, each, address, at)
            _note(row, each, says, at)
            done[each.step] += 1
        row.save()
    if done:
        after = {str(step): count for step, count in sorted(done.items())}
        record("invite", "session", session.uuid, by=by, at=at, after=after)
    return Outcome(
        done[Step.INVITE], done[Step.UPDATE], done[Step.CANCEL], tuple(unreachable)
    )


def _note(row: Invitation, each: Due, says: str, at: datetime) -> None:
    """What the invitation is now; a change of the session asks for a new answer."""
    row.sequence, row.sent_at = each.sequence, at
    if each.step == Step.CANCEL:
        row.state, row.said = State.CANCELLED, ""
        return
    row.state, row.said = State.SENT, says
    row.answered_at, row.answer = None, ""


@transaction.atomic
def answer_invitation(
    invitation: Invitation, *, comes: bool, by: Actor, at: datetime, word: str = ""
) -> Invitation:
    """The person says that they come, or not, with a word. Raises SessionRefused."""
    viewer = acting_viewer(by, at.date())
    if viewer.person_id is None or viewer.person_id != invitation.person_id:
        text = pgettext("refusal", "Only the person who is invited answers.")
        raise SessionNotAllowed(text)
    session = invitation.session
    require_not_cancelled(session)
    row = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if row.state not in (State.SENT, State.ACCEPTED, State.DECLINED):
        text = pgettext("refusal", "This invitation does not stand any more.")
        raise SessionRefused("", text)
    if over(session, at):
        text = pgettext("refusal", "This session is over.")
        raise SessionRefused("", text)
    before = {"state": row.state}
    row.state = State.ACCEPTED if comes else State.DECLINED
    row.answer = one_line("word", word, 200)
    row.answered_at = at
    row.save()
    after = {"state": row.state}
    record("answer", "invitation", row.uuid, by=by, at=at, before=before, after=after)
    return row
