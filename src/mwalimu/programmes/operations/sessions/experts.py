"""Experts of a session: persons recorded here, or names with an organisation."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.programmes.models import Session, SessionExpert
from mwalimu.programmes.operations.sessions.checks import one_line, required_line
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_team,
)


@transaction.atomic
def add_expert(
    session: Session,
    *,
    by: Actor,
    at: datetime,
    person: Person | None = None,
    name: str = "",
    organisation: str = "",
    part: str = "",
) -> SessionExpert:
    """Somebody teaches or advises. Raises SessionRefused."""
    require_team(by, at)
    called = "" if person else required_line("name", name, 200)
    if person is not None and person.erased_at is not None:
        text = pgettext("refusal", "This person was erased; the row is closed.")
        raise SessionRefused("name", text)
    if person is not None and session.experts.filter(person=person).exists():
        text = pgettext("refusal", "This person is among the experts already.")
        raise SessionRefused("name", text)
    row = SessionExpert.objects.create(
        session=session,
        person=person,
        name=called,
        organisation=one_line("organisation", organisation, 200),
        part=one_line("part", part, 200),
    )
    after = {"expert": str(row.uuid)}
    record("add_expert", "session", session.uuid, by=by, at=at, after=after)
    return row


@transaction.atomic
def remove_expert(row: SessionExpert, *, by: Actor, at: datetime) -> None:
    """They do not come after all."""
    require_team(by, at)
    before = {"expert": str(row.uuid)}
    record("remove_expert", "session", row.session.uuid, by=by, at=at, before=before)
    row.delete()
