"""What was arranged goes: once it is undone, when its time is over, with the person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import note_dropped, record
from mwalimu.people.models import Person
from mwalimu.programmes.models import Arrangement, Session
from mwalimu.programmes.operations.logistics.refusals import LogisticsRefused
from mwalimu.programmes.operations.sessions.refusals import require_team
from mwalimu.programmes.queries.logistics.travellers import (
    Part,
    arrangements_by_key,
    travellers_at,
)


@transaction.atomic
def clear_traveller(session: Session, who: UUID, *, by: Actor, at: datetime) -> None:
    """Everything booked for somebody who comes no longer is undone: the row goes."""
    require_team(by, at)
    people = travellers_at(session, arrangements_by_key(session))
    row = next((row for row in people if row.uuid == who), None)
    if row is None or row.part != Part.FORMER:
        text = pgettext("refusal", "This person comes: their row stays on the board.")
        raise LogisticsRefused("", text)
    session.arrangements.filter(person=row.person).delete()
    after = {"person": str(who)}
    record("clear_logistics", "session", session.uuid, by=by, at=at, after=after)


@transaction.atomic
def drop_arrangements(keys: Sequence[Any], *, by: Actor, at: datetime) -> int:
    """What was arranged for sessions that ended long ago."""
    removed, _ = Arrangement.objects.filter(pk__in=keys).delete()
    return note_dropped("logistics", removed, by=by, at=at)


def forget_arrangements(person: Person) -> None:
    """Nothing of it is counted: all of it goes with the person."""
    Arrangement.objects.filter(person=person).delete()
