"""How standards, awards and their history are asked for."""

from datetime import date
from typing import Any, NoReturn

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from mwalimu.qualification.engine.accreditation import SOON, Waiting
from mwalimu.qualification.engine.pool import PoolState, recent_since


class AwardQuerySet(models.QuerySet[Any]):
    """Questions about awards."""

    def valid_on(self, day: date) -> "AwardQuerySet":
        """Awards that hold on a day: begun, not ended, not past, not suspended."""
        begun = Q(valid_from__lte=day)
        not_ended = Q(ended_on=None) | Q(ended_on__gt=day)
        not_past = Q(valid_until=None) | Q(valid_until__gte=day)
        return self.filter(begun & not_ended & not_past).not_suspended_on(day)

    def not_suspended_on(self, day: date | None) -> "AwardQuerySet":
        """Awards that no suspension interrupts on a day; None: none that goes on."""
        return self.filter(~self._pause_on(day))

    def with_pause_on(self, day: date) -> "AwardQuerySet":
        """With `paused`: a suspension interrupts the award on a day."""
        rows: AwardQuerySet = self.annotate(paused=self._pause_on(day))
        return rows

    def _pause_on(self, day: date | None) -> Exists:
        pauses = self.model.suspensions.rel.related_model.objects
        pauses = pauses.filter(award=OuterRef("pk"))
        if day is None:
            return Exists(pauses.filter(until=None))
        last = Q(until=None) | Q(until__gte=day)
        return Exists(pauses.filter(last, since__lte=day))

    def past(self, day: date) -> "AwardQuerySet":
        """Awards whose last day is over and that nobody has ended yet."""
        return self.filter(ended_on=None, valid_until__lt=day)


class EditionQuerySet(models.QuerySet[Any]):
    """Questions about editions of standards."""

    def published(self) -> "EditionQuerySet":
        """Editions that are or were in force: no drafts."""
        return self.exclude(state="draft")


class HistoryQuerySet(models.QuerySet[Any]):
    """Rows that are written once. Only the words of their reasons can be forgotten."""

    def forget_reasons(self) -> int:
        """Clear the reasons: they may tell who somebody was. The lines stay."""
        return super().update(reason="")

    def update(self, **_columns: Any) -> NoReturn:
        raise TypeError("History is never changed.")

    def bulk_update(self, *_args: Any, **_options: Any) -> NoReturn:
        raise TypeError("History is never changed.")

    def delete(self) -> NoReturn:
        raise TypeError("History is never deleted.")


class PoolQuerySet(models.QuerySet[Any]):
    """Questions about the pool: one row an award."""

    def in_pool(self, day: date) -> "PoolQuerySet":
        """Awards that hold on a day, suspended ones too: they are shown as such."""
        return self.filter(Q(since__lte=day) & (Q(until=None) | Q(until__gt=day)))

    def in_state(self, state: str, day: date) -> "PoolQuerySet":
        """Rows whose state on a day is this one: `engine.pool.state_of` in SQL."""
        suspended = Q(suspended_on__isnull=False, suspended_on__lte=day)
        left = Q(left_on__isnull=False, left_on__lte=day)
        recent = Q(delivered_on__isnull=False, delivered_on__gte=recent_since(day))
        moved = Q(moved_on__isnull=False, moved_on__lte=day)
        states = {
            PoolState.SUSPENDED: suspended,
            PoolState.LEFT: ~suspended & left,
            PoolState.NO_RECENT: ~suspended & ~left & ~recent,
            PoolState.MOVED: ~suspended & ~left & recent & moved,
            PoolState.ACTIVE: ~suspended & ~left & recent & ~moved,
        }
        return self.filter(states[PoolState(state)])

    def can_teach(self, day: date) -> "PoolQuerySet":
        """Who is not suspended and has not left: what a floor counts."""
        return self.in_pool(day).filter(
            Q(suspended_on=None) | Q(suspended_on__gt=day),
            Q(left_on=None) | Q(left_on__gt=day),
        )


def waiting_q(on: date) -> dict[Waiting, Q]:
    """What accreditations wait for on a day: `engine.accreditation.waiting` in SQL."""
    runs = Q(closed_on=None, suspended_on=None)
    free, over = Q(booked_until=None), Q(booked_until__lt=on)
    workshop, mission = runs & Q(phase="workshop"), runs & Q(phase="mission")
    refresher = Q(phase="accredited", refresher_due_on__lte=on + SOON)
    all_in = Q(asked__gt=0, assessed__gte=F("asked"))
    return {
        Waiting.SCREENING: runs & Q(phase="screening"),
        Waiting.PLACE: workshop & free,
        Waiting.RESULT: workshop & over,
        Waiting.MISSION: mission & free,
        Waiting.ASSESSMENT: mission & over & ~all_in,
        Waiting.CONCLUSION: mission & ~free & all_in,
        Waiting.REFRESHER: runs & refresher,
        Waiting.COMING: (workshop | mission & ~all_in) & Q(booked_until__gte=on),
    }


class AccreditationQuerySet(models.QuerySet[Any]):
    """Questions about accreditations."""

    def running(self) -> "AccreditationQuerySet":
        """Paths that go on, suspended ones too: what the board shows."""
        return self.filter(closed_on=None)

    def holding(self) -> "AccreditationQuerySet":
        """Accreditations that hold now: reached, not suspended, not closed."""
        return self.filter(
            accredited_on__isnull=False, suspended_on=None, closed_on=None
        )

    def waiting_for(self, what: Waiting, on: date) -> "AccreditationQuerySet":
        """Paths that wait for this on a day."""
        return self.filter(waiting_q(on)[what])
