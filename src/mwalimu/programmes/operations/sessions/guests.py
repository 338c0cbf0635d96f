"""Guests: who sits in at a session without a seat."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.programmes.models import Attendance, Session, SessionGuest
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_not_cancelled,
    require_team,
)
from mwalimu.programmes.queries.sessions.expected import participants_at

LONGEST_REASON = 200


@transaction.atomic
def add_guest(
    session: Session, *, person: Person, reason: str, by: Actor, at: datetime
) -> SessionGuest:
    """Somebody sits in, for a reason; attendance can be taken for them then."""
    require_team(by, at)
    require_not_cancelled(session)
    why = " ".join(reason.split())
    if not why or len(why) > LONGEST_REASON:
        text = pgettext("refusal", "Say why, in 1 to %(most)s characters.")
        raise SessionRefused("reason", text % {"most": LONGEST_REASON})
    if person.erased_at is not None:
        text = pgettext("refusal", "This person was erased; the row is closed.")
        raise SessionRefused("person", text)
    if person.pk in {row.person.pk for row in participants_at(session)}:
        text = pgettext("refusal", "This person is expected already.")
        raise SessionRefused("person", text)
    row = SessionGuest.objects.create(
        session=session, person=person, reason=why, added_at=at, added_by=by
    )
    after = {"person": str(person.uuid)}
    record("add_guest", "session", session.uuid, by=by, at=at, after=after)
    return row


@transaction.atomic
def remove_guest(guest: SessionGuest, *, by: Actor, at: datetime) -> None:
    """They do not sit in after all; not once attendance was taken for them."""
    require_team(by, at)
    require_not_cancelled(guest.session)
    taken = Attendance.objects.filter(day__session=guest.session, person=guest.person)
    if taken.exists():
        text = pgettext(
            "refusal", "Attendance was taken for this guest, so they stay in the list."
        )
        raise SessionRefused("person", text)
    before = {"person": str(guest.person.uuid)}
    record("remove_guest", "session", guest.session.uuid, by=by, at=at, before=before)
    guest.delete()
