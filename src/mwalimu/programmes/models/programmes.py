"""Projects, programmes, Members' parts in them, cohorts and their plans."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.programmes.querysets import ProgrammeQuerySet
from mwalimu.reference.models import Initiative, Member, Named, Partner, Region, Topic
from mwalimu.shared.dates import PartialDate
from mwalimu.shared.fields import PrecisionField, PublicId, TranslatedField, partial


class Project(Named):
    """What partners agreed to do together: the Joint Project."""

    uuid = PublicId()
    started_on = models.DateField(null=True, blank=True)
    started_precision = PrecisionField()
    partners = models.ManyToManyField(Partner, related_name="+", blank=True)

    @property
    def started(self) -> PartialDate | None:
        """When it started, as far as it is known."""
        return partial(self.started_on, self.started_precision)


class Programme(Named):
    """A Master Trainer Programme: topics, region, Members, cohorts. `code` is its slug."""

    class Status(models.TextChoices):
        PREPARED = "prepared", pgettext_lazy("status of a programme", "being prepared")
        RUNNING = "running", pgettext_lazy("status of a programme", "running")
        CONCLUDED = "concluded", pgettext_lazy("status of a programme", "concluded")

    uuid = PublicId()
    project = models.ForeignKey(Project, models.PROTECT, related_name="programmes")
    regions = models.ManyToManyField(Region, related_name="+", blank=True)
    topics = models.ManyToManyField(Topic, related_name="+", blank=True)
    initiatives = models.ManyToManyField(Initiative, related_name="+", blank=True)
    partners = models.ManyToManyField(Partner, related_name="+", blank=True)
    summaries = TranslatedField()
    status = models.CharField(max_length=10, choices=Status.choices)
    starts_on = models.DateField(null=True, blank=True)
    starts_precision = PrecisionField()
    ends_on = models.DateField(null=True, blank=True)
    ends_precision = PrecisionField()
    source = models.CharField(max_length=500, blank=True)

    objects = ProgrammeQuerySet.as_manager()

    @property
    def starts(self) -> PartialDate | None:
        """When it started, as far as it is known."""
        return partial(self.starts_on, self.starts_precision)

    @property
    def ends(self) -> PartialDate | None:
        """When it ended, as far as it is known."""
        return partial(self.ends_on, self.ends_precision)


class Membership(models.Model):
    """A Member takes part in a programme from a date, and may leave it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="memberships")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    joined_on = models.DateField(null=True, blank=True)
    joined_precision = PrecisionField()
    left_on = models.DateField(null=True, blank=True)
    left_precision = PrecisionField()
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "member"],
                condition=Q(left_on=None),
                name="membership_open_once",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None)
                | Q(joined_on=None)
                | Q(left_on__gte=F("joined_on")),
                name="membership_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.member_id}"

    @property
    def joined(self) -> PartialDate | None:
        """When the Member joined, as far as it is known."""
        return partial(self.joined_on, self.joined_precision)

    @property
    def left(self) -> PartialDate | None:
        """When the Member left, as far as it is known."""
        return partial(self.left_on, self.left_precision)


class Cohort(Named):
    """The same participants going through the stages of a programme (EA-PCA)."""

    uuid = PublicId()
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="cohorts")
    topics = models.ManyToManyField(Topic, related_name="+", blank=True)
    members = models.ManyToManyField(Member, related_name="+", blank=True)


class SessionGroup(Named):
    """A regional or language group that a session serves; it cuts across cohorts."""

    uuid = PublicId()
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="groups")
    language = models.CharField(max_length=10, blank=True)
    members = models.ManyToManyField(Member, related_name="+", blank=True)


class Stage(models.Model):
    """One step of a cohort's plan; how many there are is data."""

    class Kind(models.TextChoices):
        WORKING_GROUP = "working_group", pgettext_lazy("kind of stage", "working group")
        INTERSESSIONAL = (
            "intersessional",
            pgettext_lazy("kind of stage", "intersessional activity"),
        )

    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=15, choices=Kind.choices)
    code = models.CharField(max_length=20)
    names = TranslatedField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "code"], name="stage_code_once"),
            models.UniqueConstraint(
                fields=["cohort", "position"], name="stage_position_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code
