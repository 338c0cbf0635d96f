"""How programmes and what took place in them are asked for."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from mwalimu.people.querysets import overlaps_q, valid_on_q


class ProgrammeQuerySet(models.QuerySet[Any]):
    """Questions about programmes."""

    def public(self) -> "ProgrammeQuerySet":
        """Programmes that run or ran; what is prepared is never public."""
        return self.exclude(status="prepared")

    def newest_first(self) -> "ProgrammeQuerySet":
        """By start, or by end where only that is known; unknown dates come last."""
        known = Coalesce("starts_on", "ends_on")
        return self.order_by(known.desc(nulls_last=True), "code")


class DatedEventQuerySet(models.QuerySet[Any]):
    """Questions about sessions and activities."""

    def chronological(self) -> "DatedEventQuerySet":
        """Oldest first; what has no date comes last."""
        return self.order_by(F("starts_on").asc(nulls_last=True), "pk")

    def finished_before(self, day: date) -> "DatedEventQuerySet":
        """Events that ended before a day, by their last known date."""
        return self.filter(Q(ends_on__lt=day) | Q(ends_on=None, starts_on__lt=day))

    def from_day(self, day: date) -> "DatedEventQuerySet":
        """Events that start on that day or later."""
        return self.filter(starts_on__gte=day)


class HoldingQuerySet(models.QuerySet[Any]):
    """Questions about who holds the seats."""

    def on(self, day: date) -> "HoldingQuerySet":
        """Holdings that hold on that day."""
        return self.filter(valid_on_q(day))

    def current(self) -> "HoldingQuerySet":
        """Holdings that have not ended."""
        return self.filter(until=None)

    def sharing(self, first: date, last: date | None) -> "HoldingQuerySet":
        """Holdings that share a day with these days."""
        return self.filter(overlaps_q(first, last))

    def in_order(self) -> "HoldingQuerySet":
        """With whom and where, by Member, topic, number of the seat, and day."""
        return self.select_related(
            "person", "seat__member", "seat__topic", "seat__cohort"
        ).order_by(
            "seat__member__code", "seat__topic__position", "seat__number", "since", "pk"
        )


def read_by_team_q() -> Q:
    """Nominations that the project team reads: put forward, or entered by itself.

    A name that was withdrawn, or was not taken when the call was concluded, belongs to
    its administration alone again.
    """
    reached = Q(submitted_at__isnull=False) | Q(on_behalf=True)
    ended = Q(call__state="concluded") & ~Q(state="accepted")
    return reached & ~Q(state="withdrawn") & ~ended


class NominationQuerySet(models.QuerySet[Any]):
    """Questions about nominations."""

    def standing(self) -> "NominationQuerySet":
        """Neither withdrawn nor turned into a request for another name."""
        return self.filter(state__in=["draft", "submitted", "accepted"])

    def waiting(self) -> "NominationQuerySet":
        """Submitted, and the project team has yet to decide."""
        return self.filter(state="submitted")


class LetterQuerySet(models.QuerySet[Any]):
    """Questions about letters."""

    def standing(self) -> "LetterQuerySet":
        """Issued or received, and not withdrawn."""
        known = Q(direction="in") | Q(issued_at__isnull=False)
        return self.filter(known, withdrawn_at=None)

    def drafts(self) -> "LetterQuerySet":
        """Letters out that have no number yet."""
        return self.filter(direction="out", issued_at=None, withdrawn_at=None)

    def unanswered(self) -> "LetterQuerySet":
        """Issued, an answer is asked for, and none that stands has come."""
        answered = self.model._default_manager.filter(
            answers=models.OuterRef("pk"), withdrawn_at=None
        )
        asked = self.standing().filter(direction="out", answer_by__isnull=False)
        return asked.filter(~models.Exists(answered))


class ArrangementQuerySet(models.QuerySet[Any]):
    """Questions about what is arranged for those who come to a session."""

    def over_before(self, at: datetime) -> "ArrangementQuerySet":
        """Of sessions that ended before an instant; where no day is known, written then."""
        last = Coalesce("session__ends_on", "session__starts_on")
        undated = Q(last=None, set_at__lt=at)
        rows: ArrangementQuerySet = self.annotate(last=last)
        return rows.filter(Q(last__lt=at.date()) | undated)


class WorkItemQuerySet(models.QuerySet[Any]):
    """Questions about tasks of work plans."""

    def waiting(self) -> "WorkItemQuerySet":
        """Neither done nor given up."""
        return self.filter(closed_on=None)


class SessionReportQuerySet(models.QuerySet[Any]):
    """Questions about the versions of reports."""

    def marked(self) -> "SessionReportQuerySet":
        """With `superseded`: there is a later version in its language."""
        later = self.model._default_manager.filter(
            session=models.OuterRef("session"),
            language=models.OuterRef("language"),
            number__gt=models.OuterRef("number"),
        )
        rows: SessionReportQuerySet = self.annotate(superseded=models.Exists(later))
        return rows

    def sent(self) -> "SessionReportQuerySet":
        """Versions that left the project team."""
        return self.exclude(state="draft")
