"""Awards, their terms, and a history that nobody can edit."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.querysets import AwardQuerySet, HistoryQuerySet
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.fields import PublicId


class Award(models.Model):
    """A person is a Master Trainer of a topic from a day on. Never deleted.

    `number` is what is printed on the certificate. The shipped standard has no expiry;
    one that has gives `valid_until`, the last day.
    """

    uuid = PublicId()
    number = models.CharField(max_length=40, unique=True, null=True, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, null=True, blank=True, related_name="+"
    )
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = AwardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "topic"],
                condition=Q(ended_on=None),
                name="award_open_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("valid_from")),
                name="award_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="award_validity_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.topic_id}"


class Suspension(models.Model):
    """An award does not hold from a day until it is lifted; `until` is the last day."""

    award = models.ForeignKey(Award, models.PROTECT, related_name="suspensions")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["award"], condition=Q(until=None), name="award_suspended_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="suspension_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.award_id} {self.since}"


class AwardEvent(models.Model):
    """One line of an award's history. Written once, never changed, never deleted.

    `day` is when it begins to hold, `until` the new last day of a renewal. `reason` may
    tell who somebody was and goes when the person is erased.
    """

    class Kind(models.TextChoices):
        AWARDED = "awarded", pgettext_lazy("history of an award", "awarded")
        RENEWED = "renewed", pgettext_lazy("history of an award", "renewed")
        SUSPENDED = "suspended", pgettext_lazy("history of an award", "suspended")
        RESUMED = "resumed", pgettext_lazy("history of an award", "resumed")
        EXPIRED = "expired", pgettext_lazy("history of an award", "expired")
        REVOKED = "revoked", pgettext_lazy("history of an award", "revoked")
        ENDED = "ended", pgettext_lazy("history of an award", "ended")

    uuid = PublicId()
    award = models.ForeignKey(Award, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    day = models.DateField()
    until = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = HistoryQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.award_id} {self.kind}"

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise TypeError("A line of history is never changed.")
        super().save(*args, **options)

    def delete(self, *_args: Any, **_options: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A line of history is never deleted.")


class AwardSeries(models.Model):
    """The last number given in a topic for awards that hold from days of a year."""

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["topic", "year"], name="award_series_once")
        ]

    def __str__(self) -> str:
        return f"{self.topic_id} {self.year}"
