"""What took place: sessions of a programme, and the project's other activities."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.programmes.models.programmes import (
    Cohort,
    Programme,
    Project,
    SessionGroup,
    Stage,
)
from mwalimu.programmes.querysets import DatedEventQuerySet
from mwalimu.reference.models import Member, Partner, Topic
from mwalimu.shared.dates import PartialDate
from mwalimu.shared.fields import PrecisionField, PublicId, TranslatedField, partial


class Mode(models.TextChoices):
    """How people met."""

    IN_PERSON = "in_person", pgettext_lazy("mode", "in person")
    ONLINE = "online", pgettext_lazy("mode", "online")
    HYBRID = "hybrid", pgettext_lazy("mode", "hybrid")
    NOT_RECORDED = "not_recorded", pgettext_lazy("mode", "not recorded")


class Confidence(models.TextChoices):
    """How sure the source of a dated event is."""

    PRIMARY = "A", pgettext_lazy("confidence", "read in a primary source")
    SECONDARY = "B", pgettext_lazy("confidence", "read in a good secondary source")
    WEAK = "C", pgettext_lazy("confidence", "read in a weak source")


class DatedEvent(models.Model):
    """What took place: when, where, who, how many, by which source.

    An unknown is null or empty and stays unknown on every page.
    """

    uuid = PublicId()
    title = TranslatedField()
    topics = models.ManyToManyField(Topic, related_name="+", blank=True)
    members = models.ManyToManyField(Member, related_name="+", blank=True)
    partners = models.ManyToManyField(Partner, related_name="+", blank=True)
    starts_on = models.DateField(null=True, blank=True)
    starts_precision = PrecisionField()
    ends_on = models.DateField(null=True, blank=True)
    ends_precision = PrecisionField()
    mode = models.CharField(
        max_length=12, choices=Mode.choices, default=Mode.NOT_RECORDED
    )
    language = models.CharField(max_length=10, blank=True)
    city = models.CharField(max_length=100, blank=True)
    place_note = models.CharField(max_length=200, blank=True)
    host = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    participants = models.PositiveIntegerField(null=True, blank=True)
    demo_trainees = models.PositiveIntegerField(null=True, blank=True)
    demo_trainees_unknown = models.BooleanField(default=False)
    confidence = models.CharField(max_length=1, choices=Confidence.choices, blank=True)
    source = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    source_key = models.CharField(max_length=60, unique=True, null=True, blank=True)
    source_stage = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.source_key or str(self.uuid)

    @property
    def starts(self) -> PartialDate | None:
        """First day, as far as it is known."""
        return partial(self.starts_on, self.starts_precision)

    @property
    def ends(self) -> PartialDate | None:
        """Last day, as far as it is known."""
        return partial(self.ends_on, self.ends_precision)


class Session(DatedEvent):
    """A stage as it really took place, for one or more cohorts and a session group.

    Its days meet at the same hours, those of the place where it is held.
    """

    class Kind(models.TextChoices):
        WORKING_GROUP = (
            "working_group",
            pgettext_lazy("kind of session", "working group"),
        )
        INTERSESSIONAL = (
            "intersessional",
            pgettext_lazy("kind of session", "intersessional activity"),
        )
        CATCH_UP = "catch_up", pgettext_lazy("kind of session", "supplementary session")

    kind = models.CharField(max_length=15, choices=Kind.choices)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="sessions")
    cohorts = models.ManyToManyField(Cohort, related_name="sessions", blank=True)
    stages = models.ManyToManyField(Stage, related_name="sessions", blank=True)
    group = models.ForeignKey(
        SessionGroup, models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    meetings = models.PositiveSmallIntegerField(null=True, blank=True)
    launch = models.BooleanField(default=False)
    certificates = models.BooleanField(default=False)
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_why = models.CharField(max_length=300, blank=True)

    objects = DatedEventQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["starts_on"], name="session_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at=None, closes_at=None)
                | Q(
                    opens_at__isnull=False,
                    closes_at__isnull=False,
                    closes_at__gt=F("opens_at"),
                ),
                name="session_hours_in_order",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancelled_why="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancelled_why="")),
                name="session_cancelled_with_a_reason",
            ),
        ]

    @property
    def is_cancelled(self) -> bool:
        """It was called off: nobody is expected any more."""
        return self.cancelled_at is not None


class Activity(DatedEvent):
    """What the project does besides working groups and intersessional work."""

    class Kind(models.TextChoices):
        LAUNCH = "launch", pgettext_lazy("kind of activity", "launch")
        PREPARATION = "preparation", pgettext_lazy("kind of activity", "preparation")
        STEERING = "steering", pgettext_lazy("kind of activity", "steering committee")
        ACCREDITATION = (
            "accreditation",
            pgettext_lazy("kind of activity", "accreditation workshop"),
        )
        REGIONAL = "regional", pgettext_lazy("kind of activity", "regional workshop")
        ALUMNI = "alumni", pgettext_lazy("kind of activity", "alumni workshop")
        WORKSHOP = "workshop", pgettext_lazy("kind of activity", "workshop")
        JICA_SUPPORT = (
            "jica_support",
            pgettext_lazy("kind of activity", "support for a JICA project"),
        )
        OTHER = "other", pgettext_lazy("kind of activity", "other activity")

    kind = models.CharField(max_length=15, choices=Kind.choices)
    project = models.ForeignKey(Project, models.PROTECT, related_name="activities")
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="activities"
    )
    group = models.ForeignKey(
        SessionGroup, models.PROTECT, null=True, blank=True, related_name="activities"
    )

    objects = DatedEventQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "activities"
        indexes = [models.Index(fields=["starts_on"], name="activity_by_date")]
