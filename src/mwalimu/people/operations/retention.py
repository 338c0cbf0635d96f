"""What is let go when the time to keep it is over. See people.engine.holdings."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import note_dropped
from mwalimu.people.models import Consent, Contact, RoleAssignment


@transaction.atomic
def drop_contacts(keys: Iterable[int], *, by: Actor, at: datetime) -> int:
    """How somebody was reached who has had no part in the programme for long."""
    removed, _ = Contact.objects.filter(pk__in=list(keys)).delete()
    return note_dropped("contacts", removed, by=by, at=at)


@transaction.atomic
def drop_consents(keys: Iterable[int], *, by: Actor, at: datetime) -> int:
    """What was agreed to and withdrawn long ago."""
    rows = Consent.objects.filter(pk__in=list(keys)).exclude(withdrawn_at=None)
    return note_dropped("consents", rows.delete()[0], by=by, at=at)


@transaction.atomic
def drop_roles(keys: Iterable[int], *, by: Actor, at: datetime) -> int:
    """Roles that ended long ago; who handed over to them no longer says to whom."""
    rows = RoleAssignment.objects.filter(pk__in=list(keys)).exclude(until=None)
    found = list(rows.values_list("pk", flat=True))
    RoleAssignment.objects.filter(handed_to__in=found).update(handed_to=None)
    removed, _ = RoleAssignment.objects.filter(pk__in=found).delete()
    return note_dropped("roles", removed, by=by, at=at)
