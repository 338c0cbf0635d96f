"""What people said of their reminders, and which weekly mails were written."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort


class Quiet(models.Model):
    """Somebody sees nothing of a kind of reminder, or of one matter before a day.

    `subject` is what the matter is about, as `engine.matters` says it: no name.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30, blank=True)
    subject = models.CharField(max_length=120, blank=True)
    until = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(~Q(kind="") & Q(subject="", until=None))
                | (Q(kind="", until__isnull=False) & ~Q(subject="")),
                name="quiet_kind_or_matter",
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "subject"], name="quiet_once"
            ),
        ]

    def __str__(self) -> str:
        return self.kind or self.subject


class DigestChoice(models.Model):
    """How often somebody wants the mail. Without a row: every week."""

    class Frequency(models.TextChoices):
        WEEKLY = "weekly", pgettext_lazy("frequency of a mail", "once a week")
        URGENT = (
            "urgent",
            pgettext_lazy("frequency of a mail", "only when something is urgent"),
        )
        NEVER = "never", pgettext_lazy("frequency of a mail", "never")

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    frequency = models.CharField(max_length=6, choices=Frequency.choices)
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.frequency


class Digest(models.Model):
    """That a person was considered for the mail of an ISO week, and what came of it.

    One a person and week: whoever wrote the row posts the mail. `run` tells which run
    that was.
    """

    class State(models.TextChoices):
        POSTED = "posted", pgettext_lazy("weekly mail", "written")
        NOTHING = "nothing", pgettext_lazy("weekly mail", "nothing to say")
        UNWANTED = "unwanted", pgettext_lazy("weekly mail", "not wanted")
        NO_ACCOUNT = "no_account", pgettext_lazy("weekly mail", "no account")
        CLOSED = "closed", pgettext_lazy("weekly mail", "account closed")

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    week = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    matters = models.PositiveIntegerField(default=0)
    urgent = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    run = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year", "week"], name="digest_once_a_week"
            ),
            models.CheckConstraint(
                condition=Q(week__range=(1, 53)), name="digest_week_of_a_year"
            ),
        ]
        indexes = [models.Index(fields=["year", "week"], name="digest_of_week")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.year}-W{self.week:02}"


class Behind(models.Model):
    """A WG member who was behind in a cohort when the worker last looked.

    Derived from evidence and standards, every hour, with the same result. `place` is
    the primary key of the Member whose seat they hold.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="+")
    place = models.BigIntegerField()
    missed = models.PositiveSmallIntegerField()
    since = models.DateField(null=True, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "behind"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "cohort", "place"], name="behind_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.cohort_id}"
