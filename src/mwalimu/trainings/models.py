"""Trainings as Master Trainers deliver them, and the people they reached.

A row of `Training` is one version of the record of one training; `uuid` names the
training, `version` the row. A verified version is never updated: a correction is the
next version, and takes over when it is verified. `counted_from` and `counted_until` say
when figures count the row, so that any figure can be recomputed as of any instant.
`revision` grows with every change of a row: a form that was opened on an older one
overwrites nothing.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person, Sector, Sex
from mwalimu.programmes.models import Mode
from mwalimu.reference.models import Initiative, Member, Topic
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.shared.fields import PrecisionField
from mwalimu.shared.ids import new_id
from mwalimu.trainings.querysets import (
    HeadCountQuerySet,
    ParticipationQuerySet,
    TrainingMemberQuerySet,
    TrainingQuerySet,
)


class Status(models.TextChoices):
    """Where the record of a training stands. Only verified versions are counted."""

    DRAFT = "draft", pgettext_lazy("status of a training", "draft")
    SUBMITTED = "submitted", pgettext_lazy("status of a training", "submitted")
    RETURNED = "returned", pgettext_lazy("status of a training", "returned")
    VERIFIED = "verified", pgettext_lazy("status of a training", "verified")
    VOIDED = "voided", pgettext_lazy("status of a training", "voided")


EDITABLE = (Status.DRAFT, Status.RETURNED)


class Source(models.TextChoices):
    """How a record came in."""

    FORM = "form", pgettext_lazy("source of a record", "form")
    WORKBOOK = "workbook", pgettext_lazy("source of a record", "workbook")
    PHONE = "phone", pgettext_lazy("source of a record", "phone")
    API = "api", pgettext_lazy("source of a record", "interface")
    DEMO = "demo", pgettext_lazy("source of a record", "demo data")


class Training(models.Model):
    """One version of the record of one training. Days are civil dates at the host.

    `starts_on` is the first possible first day, `ends_on` the last possible last day.
    """

    uuid = models.UUIDField(default=new_id, editable=False)
    version = models.PositiveSmallIntegerField(default=1)
    latest = models.BooleanField(default=True)
    revision = models.PositiveIntegerField(default=0)
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    title = models.CharField(max_length=200)
    host = models.ForeignKey(Member, models.PROTECT, related_name="+")
    place = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    starts_precision = PrecisionField()
    ends_on = models.DateField()
    ends_precision = PrecisionField()
    hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    mode = models.CharField(max_length=12, choices=Mode.choices)
    language = models.CharField(max_length=10, blank=True)
    topics = models.ManyToManyField(Topic, related_name="+")
    counted_topic = models.CharField(max_length=20, default="", blank=True)
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, null=True, blank=True, related_name="+"
    )
    audience = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True, max_length=5000)
    lead_member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    people = models.PositiveIntegerField(default=0)
    source = models.CharField(max_length=10, choices=Source.choices)
    source_key = models.CharField(max_length=100, null=True, blank=True)
    synthetic = models.BooleanField(default=False)
    entered_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, max_length=2000)
    counted_from = models.DateTimeField(null=True, blank=True)
    counted_until = models.DateTimeField(null=True, blank=True)

    objects = TrainingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["uuid", "version"], name="training_version_once"
            ),
            models.UniqueConstraint(
                fields=["uuid"], condition=Q(latest=True), name="training_one_latest"
            ),
            models.UniqueConstraint(
                fields=["source", "source_key"],
                condition=Q(latest=True),
                name="training_source_key_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="training_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0, hours__lte=2000),
                name="training_hours_plausible",
            ),
            models.CheckConstraint(
                condition=~Q(status="verified") | Q(counted_from__isnull=False),
                name="training_verified_is_counted",
            ),
            models.CheckConstraint(
                condition=~Q(status="verified") | ~Q(decided_by=F("entered_by")),
                name="training_verified_by_another",
            ),
        ]
        indexes = [
            models.Index(fields=["-starts_on", "-id"], name="training_newest"),
            models.Index(fields=["host", "-starts_on", "-id"], name="training_by_host"),
            models.Index(
                fields=["status", "-starts_on", "-id"], name="training_by_status"
            ),
            models.Index(fields=["title", "id"], name="training_by_title"),
            models.Index(fields=["people", "id"], name="training_by_people"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def starts(self) -> PartialDate:
        """First day, as far as it is known."""
        return PartialDate(self.starts_on, Precision(self.starts_precision))

    @property
    def ends(self) -> PartialDate:
        """Last day, as far as it is known."""
        day = self.ends_on
        if self.ends_precision != Precision.DAY:
            month = 1 if self.ends_precision == Precision.YEAR else day.month
            day = day.replace(month=month, day=1)
        return PartialDate(day, Precision(self.ends_precision))

    @property
    def editable(self) -> bool:
        """The working copy, and not yet handed in."""
        return self.latest and self.status in EDITABLE

    @property
    def led_from_abroad(self) -> bool:
        """The lead trainer stood for another Member than the host."""
        return self.lead_member_id not in (None, self.host_id)


class TrainingEditor(models.Model):
    """An actor who entered or edited anything of a version, or for whom it was done.

    Nobody of them may verify that version, however often it was edited since.
    """

    training = models.ForeignKey(Training, models.CASCADE, related_name="editors")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["training", "actor"], name="training_editor_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.training_id} {self.actor_id}"


class TrainingMember(models.Model):
    """A Member that a training concerns: it hosts, sends a trainer, or sends people.

    Follows from the facts and is kept with them, so that an administration finds its
    trainings by an index.
    """

    training = models.ForeignKey(Training, models.CASCADE, related_name="members")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")

    objects = TrainingMemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "training"], name="training_member_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.training_id} {self.member_id}"


class TrainingTrainer(models.Model):
    """Who taught, as what, how many days, and for which Member they stood that day."""

    class Role(models.TextChoices):
        LEAD = "lead", pgettext_lazy("role of a trainer", "lead trainer")
        CO_TRAINER = "co_trainer", pgettext_lazy("role of a trainer", "co-trainer")
        ASSISTANT = "assistant", pgettext_lazy("role of a trainer", "assistant")

    training = models.ForeignKey(Training, models.CASCADE, related_name="trainers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.CharField(max_length=10, choices=Role.choices)
    days = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["training", "person"], name="trainer_once_a_training"
            ),
            models.UniqueConstraint(
                fields=["training"],
                condition=Q(role="lead"),
                name="training_one_lead_trainer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training_id} {self.role}"


class Participation(models.Model):
    """A named person took part. Member, sector and sex as on the day."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="participations"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sector = models.CharField(max_length=12, choices=Sector.choices)
    sex = models.CharField(max_length=1, choices=Sex.choices)
    days = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    pre_score = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True
    )
    post_score = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True
    )
    certificate = models.BooleanField(default=False)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["training", "person"], name="participant_once_a_training"
            ),
            models.CheckConstraint(
                condition=(Q(pre_score=None) | Q(pre_score__range=(0, 100)))
                & (Q(post_score=None) | Q(post_score__range=(0, 100))),
                name="participation_scores_percent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training_id} {self.person_id}"


class HeadCount(models.Model):
    """People who took part without being named: never the same as the named ones."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="head_counts")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sector = models.CharField(max_length=12, choices=Sector.choices)
    sex = models.CharField(max_length=1, choices=Sex.choices)
    count = models.PositiveIntegerField()

    objects = HeadCountQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["training", "member", "sector", "sex"],
                name="head_count_group_once",
            ),
            models.UniqueConstraint(
                fields=["training", "sector", "sex"],
                condition=Q(member=None),
                name="head_count_unknown_member_once",
            ),
            models.CheckConstraint(
                condition=Q(count__gt=0, count__lte=10000), name="head_count_plausible"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training_id} {self.count}"
