"""Awards, in their smallest form: person, topic, from when."""

from django.db import models
from django.db.models import F, Q

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.querysets import AwardQuerySet
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.fields import PublicId


class Award(models.Model):
    """A person is a Master Trainer of a topic from a day on. Never deleted."""

    uuid = PublicId()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, null=True, blank=True, related_name="+"
    )
    valid_from = models.DateField()
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
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.topic_id}"
