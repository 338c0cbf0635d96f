"""What goes when a person is forgotten, and when the time to keep it is over."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import note_dropped
from mwalimu.notices.models import Behind, Digest, DigestChoice, Quiet
from mwalimu.people.models import Person


def forget_reminders(person: Person) -> None:
    """All of it: nothing here is counted."""
    for table in (Quiet, DigestChoice, Digest, Behind):
        table.objects.filter(person=person).delete()


@transaction.atomic
def drop_digests(keys: Iterable[int], *, by: Actor, at: datetime) -> int:
    """Let go that mails of long ago were written."""
    gone, _ = Digest.objects.filter(pk__in=list(keys)).delete()
    return note_dropped("digests", gone, by=by, at=at)
