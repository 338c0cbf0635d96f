"""An administration names an officer, puts the name forward, or takes it back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Affiliation, Person, Sector
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.engine.calls import Standing, standing
from mwalimu.programmes.engine.meeting_days import day_in
from mwalimu.programmes.models import Call, Invited, Nomination
from mwalimu.programmes.operations.calls.refusals import (
    CallRefused,
    require_may_nominate,
    require_running,
    require_state,
)
from mwalimu.programmes.operations.newcomers import Officer, as_person
from mwalimu.programmes.permissions import may_run_calls
from mwalimu.reference.models import Member

LONGEST_MOTIVATION = 5_000
MOST = 40  # names of one Member in one call

State = Nomination.State


@transaction.atomic
def nominate(
    call: Call,
    *,
    member: Member,
    person: Officer,
    motivation: str,
    by: Actor,
    at: datetime,
) -> Nomination:
    """Begin a nomination as a draft; `submit_nomination` puts it forward.

    Entered by the project team it says so: on behalf of the administration. Raises
    CallRefused; for somebody who is recorded with it, PeopleRefused too.
    """
    require_may_nominate(member.pk, by, at)
    require_running(call)
    invited = Invited.objects.filter(call=call, member=member)
    if call.state != Call.State.OPEN or not invited.exists():
        text = pgettext("refusal", "This call does not ask %(member)s for names.")
        raise CallRefused("", text % {"member": member.code})
    if Nomination.objects.filter(call=call, member=member).count() >= MOST:
        raise CallRefused("", pgettext("refusal", "These are too many names."))
    officer = as_person(person, member, by=by, at=at)
    _check_officer(call, member, officer, at)
    row = Nomination.objects.create(
        call=call,
        member=member,
        person=officer,
        motivation=_fitting(motivation),
        on_behalf=may_run_calls(acting_viewer(by, at.date())),
        created_at=at,
        created_by=by,
    )
    after = {"person": str(officer.uuid), "member": member.code}
    record("nominate", "nomination", row.uuid, by=by, at=at, after=after)
    return row


def _check_officer(call: Call, member: Member, person: Person, at: datetime) -> None:
    if person.erased_at is not None:
        text = pgettext("refusal", "This person was erased; the row is closed.")
        raise CallRefused("person", text)
    work = Affiliation.objects.valid_on(at.date()).filter(person=person)
    if not work.filter(member=member, sector=Sector.CUSTOMS).exists():
        text = pgettext(
            "refusal",
            "This person does not work for the Customs of %(member)s: an administration"
            " nominates its own officers. Put their work right first.",
        )
        raise CallRefused("person", text % {"member": member.code})
    same = Nomination.objects.standing().filter(call=call, person=person)
    if same.exists():
        text = pgettext("refusal", "This officer is nominated in this call already.")
        raise CallRefused("person", text)


def _fitting(motivation: str) -> str:
    text = motivation.strip()
    if len(text) > LONGEST_MOTIVATION:
        message = pgettext("refusal", "This is too long: at most %(most)d characters.")
        raise CallRefused("motivation", message % {"most": LONGEST_MOTIVATION})
    return text


@transaction.atomic
def edit_nomination(
    nomination: Nomination, *, motivation: str, by: Actor, at: datetime
) -> Nomination:
    """Change what a draft says. Raises CallRefused."""
    require_may_nominate(nomination.member_id, by, at)
    require_state(nomination, State.DRAFT)
    nomination.motivation = _fitting(motivation)
    nomination.save(update_fields=["motivation"])
    record("edit", "nomination", nomination.uuid, by=by, at=at)
    return nomination


@transaction.atomic
def submit_nomination(nomination: Nomination, *, by: Actor, at: datetime) -> Nomination:
    """Put the name forward: the project team reads it from now on. Raises CallRefused.

    Taken until the end of the last day in the Member's time zone; afterwards only when
    the project team reopened the call for that Member, and then it is marked late.
    """
    require_may_nominate(nomination.member_id, by, at)
    require_running(nomination.call)
    require_state(nomination, State.DRAFT)
    if not nomination.motivation:
        text = pgettext(
            "refusal", "Say why this officer, before you put the name forward."
        )
        raise CallRefused("motivation", text)
    if nomination.on_behalf and not nomination.files.exists():
        text = pgettext(
            "refusal",
            "This is entered on behalf of the administration: attach the scan of its"
            " letter first.",
        )
        raise CallRefused("file", text)
    nomination.late = _stands_open(nomination, at) == Standing.REOPENED
    nomination.state, nomination.submitted_at = State.SUBMITTED, at
    nomination.save(update_fields=["late", "state", "submitted_at"])
    after = {"late": nomination.late}
    record("submit", "nomination", nomination.uuid, by=by, at=at, after=after)
    return nomination


def _stands_open(nomination: Nomination, at: datetime) -> Standing:
    call, member = nomination.call, nomination.member
    invited = Invited.objects.get(call=call, member=member)
    today = day_in(member.time_zone, at)
    found = standing(call.opens_on, call.closes_on, invited.reopened_until, today)
    if found == Standing.NOT_YET:
        text = pgettext("refusal", "This call takes names from %(day)s on.")
        raise CallRefused("", text % {"day": call.opens_on.isoformat()})
    if found == Standing.CLOSED:
        text = pgettext(
            "refusal",
            "This call closed on %(day)s. Your draft is kept: ask the project team to"
            " reopen it for your administration.",
        )
        raise CallRefused("", text % {"day": call.closes_on.isoformat()})
    return found


@transaction.atomic
def withdraw_nomination(
    nomination: Nomination, *, by: Actor, at: datetime
) -> Nomination:
    """Take a name back before it is decided on. Raises CallRefused."""
    require_may_nominate(nomination.member_id, by, at)
    require_state(nomination, State.DRAFT, State.SUBMITTED)
    nomination.state = State.WITHDRAWN
    nomination.save(update_fields=["state"])
    nomination.scores.all().delete()
    record("withdraw", "nomination", nomination.uuid, by=by, at=at)
    return nomination
