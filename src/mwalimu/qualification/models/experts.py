"""What experts are accredited as, and in what: data that the project team keeps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Activity
from mwalimu.reference.models import Member, Named, Topic
from mwalimu.shared.fields import PublicId


class Certainty(models.TextChoices):
    """How surely it is known that there is such a type or field."""

    PRIMARY = "A", pgettext_lazy("certainty", "read in a primary source")
    SECONDARY = "B", pgettext_lazy("certainty", "read in a good secondary source")
    WEAK = "C", pgettext_lazy("certainty", "read in a weak source")
    INFERRED = "I", pgettext_lazy("certainty", "inferred from sources")
    UNCHECKED = "K", pgettext_lazy("certainty", "general knowledge, not looked up")
    TEAM = "T", pgettext_lazy("certainty", "set by the project team")


class Expertise(Named):
    """What experts can be accredited as or in. What is not `offered` starts no path."""

    uuid = PublicId()
    position = models.PositiveSmallIntegerField(default=0)
    offered = models.BooleanField(default=True)
    certainty = models.CharField(max_length=1, choices=Certainty.choices)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True
        ordering = ["position", "code"]


class ExpertType(Expertise):
    """A type of expert: Expert Trainer, Technical and Operational Advisor, ...

    `per_field`: one is accredited in a field of expertise. `refresher_months`: how long
    after the accreditation or the last refresher the next one is due; `assumed` marks a
    number that no source states.
    """

    per_field = models.BooleanField(default=True)
    refresher_months = models.PositiveSmallIntegerField(null=True, blank=True)
    assumed = models.BooleanField(default=True)

    class Meta(Expertise.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(refresher_months=None)
                | Q(refresher_months__range=(1, 240)),
                name="expert_type_refresher",
            )
        ]


class ExpertField(Expertise):
    """A field of expertise, and the topics of the programme that belong to it."""

    topics = models.ManyToManyField(Topic, related_name="+", blank=True)


class ExpertWorkshop(models.Model):
    """A workshop at which experts are pre-accredited, or a refresher.

    `activity` is the same event in the history of the project, where it stands there.
    """

    class Kind(models.TextChoices):
        ACCREDITATION = (
            "accreditation",
            pgettext_lazy("kind of workshop", "accreditation workshop"),
        )
        REFRESHER = "refresher", pgettext_lazy("kind of workshop", "refresher")

    uuid = PublicId()
    kind = models.CharField(max_length=13, choices=Kind.choices)
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    place = models.CharField(max_length=100, blank=True)
    host = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="expert_workshop_days_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.title
