"""Forgetting what sessions hold about a person, beyond what is counted."""

from datetime import datetime

from mwalimu.people.models import Person
from mwalimu.programmes.models import (
    Attendance,
    Invitation,
    SessionExpert,
    SessionGuest,
)


def forget_sessions(person: Person, *, at: datetime) -> None:
    """Clear every text about the person, and invite them no more."""
    Attendance.objects.filter(person=person).update(note="")
    SessionGuest.objects.filter(person=person).update(reason="")
    SessionExpert.objects.filter(person=person).update(organisation="", part="")
    invitations = Invitation.objects.filter(person=person)
    invitations.update(answer="")
    coming = invitations.filter(session__starts_on__gte=at.date())
    coming.update(state=Invitation.State.CANCELLED)
