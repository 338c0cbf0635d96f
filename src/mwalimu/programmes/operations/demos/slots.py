"""Planning the slots of a session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record, record_many
from mwalimu.people.models import Person
from mwalimu.programmes.engine.scheduling import Hours, TooFewHours, fill
from mwalimu.programmes.models import DemoSlot, Holding, Session
from mwalimu.programmes.operations.demos.refusals import (
    DemoRefused,
    plain,
    require_team,
)
from mwalimu.reference.models import Topic

SHORTEST, LONGEST = 5, 600
MOST_SLOTS = 200


@dataclass(frozen=True)
class Candidate:
    """Somebody who is to teach, and the topic."""

    person: Person
    topic: Topic


@dataclass(frozen=True, kw_only=True)
class SlotFacts:
    """When and where one slot is held, for how long, and what is taught."""

    day: date | None
    starts: time | None
    minutes: int
    title: str = ""
    room: str = ""


@transaction.atomic
def plan_slots(
    session: Session,
    *,
    candidates: Sequence[Candidate],
    days: Sequence[date],
    hours: Hours,
    room: str = "",
    by: Actor,
    at: datetime,
) -> list[DemoSlot]:
    """A slot for each candidate in that order, after those that are planned already.

    The days are filled from their first hour to their last. Raises DemoRefused.
    """
    require_team(by, at)
    Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    _check_hours(days, hours)
    _check_candidates(session, candidates)
    place = plain("room", room, 100)
    try:
        times = fill(len(candidates), days, hours)
    except TooFewHours as few:
        text = pgettext(
            "refusal",
            "These days hold %(room)s slots and %(count)s are wanted: add a day, begin"
            " earlier, end later, or make slots shorter.",
        )
        numbers = {"room": few.room, "count": len(candidates)}
        raise DemoRefused("days", text % numbers) from None
    last = session.slots.aggregate(last=Max("position"))["last"] or 0
    slots = DemoSlot.objects.bulk_create(
        DemoSlot(
            session=session,
            candidate=each.person,
            topic=each.topic,
            position=last + number,
            day=day,
            starts=starts,
            minutes=hours.minutes,
            room=place,
        )
        for number, (each, (day, starts)) in enumerate(
            zip(candidates, times, strict=True), 1
        )
    )
    lines = ((slot.uuid, _summary(slot)) for slot in slots)
    record_many("create", "demo_slot", lines, by=by, at=at)
    return slots


@transaction.atomic
def edit_slot(slot: DemoSlot, *, facts: SlotFacts, by: Actor, at: datetime) -> DemoSlot:
    """Change when and where it is held, and its title. Raises DemoRefused."""
    require_team(by, at)
    if not SHORTEST <= facts.minutes <= LONGEST:
        text = pgettext("refusal", "A slot has %(least)s to %(most)s minutes.")
        limits = {"least": SHORTEST, "most": LONGEST}
        raise DemoRefused("minutes", text % limits)
    before = _summary(slot)
    slot.day, slot.starts, slot.minutes = facts.day, facts.starts, facts.minutes
    slot.title = plain("title", facts.title, 200)
    slot.room = plain("room", facts.room, 100)
    slot.save()
    after = _summary(slot)
    record("edit", "demo_slot", slot.uuid, by=by, at=at, before=before, after=after)
    return slot


@transaction.atomic
def drop_slot(slot: DemoSlot, *, by: Actor, at: datetime) -> None:
    """Take it out of the schedule; what was scored stays. Raises DemoRefused."""
    require_team(by, at)
    if slot.scores.exists():
        text = pgettext("refusal", "This slot was scored: it took place, and stays.")
        raise DemoRefused("", text)
    record("drop", "demo_slot", slot.uuid, by=by, at=at, before=_summary(slot))
    slot.delete()


def _summary(slot: DemoSlot) -> dict[str, object]:
    return {
        "candidate": str(slot.candidate.uuid),
        "topic": slot.topic.code,
        "position": slot.position,
        "day": slot.day and slot.day.isoformat(),
        "starts": slot.starts and slot.starts.isoformat("minutes"),
        "minutes": slot.minutes,
    }


def _check_hours(days: Sequence[date], hours: Hours) -> None:
    if not SHORTEST <= hours.minutes <= LONGEST:
        text = pgettext("refusal", "A slot has %(least)s to %(most)s minutes.")
        limits = {"least": SHORTEST, "most": LONGEST}
        raise DemoRefused("minutes", text % limits)
    if not 0 <= hours.pause <= LONGEST:
        text = pgettext("refusal", "A pause has 0 to %(most)s minutes.")
        raise DemoRefused("pause", text % {"most": LONGEST})
    if not days:
        raise DemoRefused("days", pgettext("refusal", "Choose a day at least."))
    if hours.ends <= hours.starts:
        text = pgettext("refusal", "The day ends before it begins.")
        raise DemoRefused("ends", text)


def _check_candidates(session: Session, candidates: Sequence[Candidate]) -> None:
    """They hold, or held, a seat of a cohort of the session in that topic."""
    if not candidates or len(candidates) > MOST_SLOTS:
        text = pgettext("refusal", "Choose 1 to %(most)s WG members.")
        raise DemoRefused("candidates", text % {"most": MOST_SLOTS})
    cohorts = session.cohorts.order_by().values("pk")
    seats = Holding.objects.filter(seat__cohort__in=cohorts)
    known = set(seats.values_list("person", "seat__topic"))
    for each in candidates:
        if (each.person.pk, each.topic.pk) not in known:
            text = pgettext(
                "refusal", "A WG member holds no seat in this topic of the session."
            )
            raise DemoRefused("candidates", text)
