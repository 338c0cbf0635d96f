"""What an award is on a day, as its holder and the project team see it, and outside."""

from datetime import date
from enum import StrEnum

from django.utils.translation import pgettext

from mwalimu.people.permissions import Viewer
from mwalimu.qualification.models import Award, AwardEvent
from mwalimu.qualification.permissions import sees_why


class AwardState(StrEnum):
    """Whether an award holds. Why it ended stands in its history."""

    VALID = "valid"
    COMING = "coming"
    SUSPENDED = "suspended"
    PAST = "past"


def state_of(award: Award, on: date) -> AwardState:
    """The state of an award on a day; its suspensions are read with it."""
    if award.valid_from > on:
        return AwardState.COMING
    over = award.ended_on is not None and award.ended_on <= on
    if over or (award.valid_until is not None and award.valid_until < on):
        return AwardState.PAST
    pauses = award.suspensions.all()
    if any(p.since <= on and (p.until is None or on <= p.until) for p in pauses):
        return AwardState.SUSPENDED
    return AwardState.VALID


def state_words(award: Award, on: date, viewer: Viewer) -> str:
    """The state in words. Outside an award that ended is never called revoked."""
    inside = sees_why(viewer, award)
    state = state_of(award, on)
    if state == AwardState.SUSPENDED:
        if inside:
            return pgettext("state of an award", "suspended")
        return pgettext("state of an award", "not valid at present")
    if state == AwardState.PAST:
        return _how_it_ended(award) if inside else _no_longer()
    if state == AwardState.COMING:
        return pgettext("state of an award", "not valid yet")
    return pgettext("state of an award", "valid")


def _no_longer() -> str:
    return pgettext("state of an award", "no longer valid")


def _how_it_ended(award: Award) -> str:
    ends = (AwardEvent.Kind.ENDED, AwardEvent.Kind.REVOKED, AwardEvent.Kind.EXPIRED)
    kinds = [event.kind for event in award.events.all() if event.kind in ends]
    return str(AwardEvent.Kind(kinds[-1]).label) if kinds else _no_longer()


def history_shown(award: Award, viewer: Viewer) -> list[AwardEvent]:
    """The lines of its history: all for those who see why, else when it was given."""
    events = list(award.events.select_related("by__account"))
    if sees_why(viewer, award):
        return events
    return [event for event in events if event.kind == AwardEvent.Kind.AWARDED]
