"""How standards, awards and their history are asked for."""

from datetime import date
from typing import Any, NoReturn

from django.db import models
from django.db.models import Exists, OuterRef, Q


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
