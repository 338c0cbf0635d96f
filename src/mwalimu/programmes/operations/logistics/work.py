"""What every write of a step does: hold the session, check, write, leave a line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record_many
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.engine.logistics import ARRIVAL, HOTEL, KEPT
from mwalimu.programmes.models import Arrangement, Session
from mwalimu.programmes.operations.logistics.refusals import LogisticsRefused
from mwalimu.programmes.permissions import Sight, logistics_written_by
from mwalimu.programmes.queries.logistics.travellers import (
    Key,
    Traveller,
    arrangements_by_key,
    travellers_at,
)
from mwalimu.programmes.queries.sessions.attendance import today_at

LONGEST = 200
EVENTS = (HOTEL, ARRIVAL)  # their day is when it takes place, not when it was done


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said of a step: where it stands, and the details."""

    state: str
    day: date | None = None
    hour: time | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Work:
    """The people of a session and what is arranged, held until the transaction ends."""

    session: Session
    people: list[Traveller]
    arranged: Mapping[Key, Mapping[str, Arrangement]]
    writes: Sight
    today: date
    by: Actor
    at: datetime

    def step_of(self, who: UUID, step: str) -> Arrangement:
        """A step of somebody: what is kept, or a new row. Raises LogisticsRefused."""
        person = next((row for row in self.people if row.uuid == who), None)
        if person is None or step not in KEPT:
            text = pgettext(
                "refusal",
                "Somebody of the list comes no longer, or the step is none of the board."
                " Nothing was saved. Open the board again.",
            )
            raise LogisticsRefused("who", text)
        if not self.writes.covers(person.member_key, step):
            text = pgettext("refusal", "This step is not yours to write.")
            raise LogisticsRefused("", text)
        kept = self.arranged.get(person.key, {}).get(step)
        return kept or Arrangement(
            session=self.session, person=person.person, expert=person.expert, step=step
        )

    def write(
        self, changes: Iterable[tuple[Arrangement, dict[str, Any]]]
    ) -> list[UUID]:
        """Write what differs; the persons (or experts) of whom something changed."""
        fresh: list[Arrangement] = []
        lines, changed = [], []
        for row, details in changes:
            was = row.state
            if all(getattr(row, name) == value for name, value in details.items()):
                continue
            for name, value in details.items():
                setattr(row, name, value)
            row.set_at, row.set_by = self.at, self.by
            whose = row.person or row.expert
            if row.pk is None:
                fresh.append(row)
            else:
                row.save()
            if whose is not None:
                changed.append(whose.uuid)
                lines.append((row.uuid, _as_text(row, whose.uuid, was)))
        Arrangement.objects.bulk_create(fresh)
        record_many("set", "logistics", lines, by=self.by, at=self.at)
        return changed


def _as_text(row: Arrangement, whose: UUID, was: str) -> dict[str, str]:
    """For the audit trail: whose, which step, from what to what. Never the note, which
    may be a name as in a passport or a flight.
    """
    found = {"person": str(whose), "step": row.step, "state": row.state, "was": was}
    return {name: value for name, value in found.items() if value}


def begin(
    session: Session, by: Actor, at: datetime, writes: Sight | None = None
) -> Work:
    """Hold the session, so that two people write one after the other, and look."""
    own = writes or logistics_written_by(acting_viewer(by, at.date()), session)
    Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    arranged = arrangements_by_key(session)
    people = travellers_at(session, arranged)
    return Work(session, people, arranged, own, today_at(session, at), by, at)


def check(step: str, said: Said) -> None:
    """The details belong to the step and make sense. Raises LogisticsRefused."""
    if said.state not in Arrangement.State.values:
        text = pgettext("refusal", "This state does not exist: choose one of the list.")
        raise LogisticsRefused("state", text)
    for name in ("day", "until"):
        day = getattr(said, name)
        if day is not None and not 1990 <= day.year <= 2100:
            text = pgettext("refusal", "Write a day from 1990 to 2100.")
            raise LogisticsRefused(name, text)
    if said.hour is not None and step != ARRIVAL:
        text = pgettext("refusal", "Only an arrival has an hour.")
        raise LogisticsRefused("hour", text)
    if said.until is not None:
        _check_nights(step, said)


def _check_nights(step: str, said: Said) -> None:
    if step != HOTEL:
        text = pgettext("refusal", "Only a hotel has a last day.")
        raise LogisticsRefused("until", text)
    if said.day is None or said.until is None or said.until <= said.day:
        text = pgettext("refusal", "The hotel is left after the first night.")
        raise LogisticsRefused("until", text)
