"""What comes out of a working group: issues, training needs, the collective work plan."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.events import Session
from mwalimu.programmes.querysets import WorkItemQuerySet
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.fields import PublicId


class SessionIssue(models.Model):
    """An issue that an administration brought to a session.

    `shared`: the administration lets the other Members of the session read it.
    """

    uuid = PublicId()
    session = models.ForeignKey(Session, models.PROTECT, related_name="issues")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    text = models.CharField(max_length=500)
    shared = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["member__code", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="session_issue_said")
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class TrainingNeed(models.Model):
    """A training need that the session as a whole identified, and who shares it."""

    uuid = PublicId()
    session = models.ForeignKey(Session, models.PROTECT, related_name="needs")
    topic = models.ForeignKey(
        Topic, models.PROTECT, null=True, blank=True, related_name="+"
    )
    members = models.ManyToManyField(Member, related_name="+", blank=True)
    text = models.CharField(max_length=500)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="training_need_said")
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class WorkItem(models.Model):
    """A task of the collective work plan that a session agreed.

    It is owned by a Member, and by one of its people where one is named. Later sessions
    of the same cohorts show it as long as it is not closed.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a task", "not begun")
        UNDER_WAY = "under_way", pgettext_lazy("state of a task", "under way")
        DONE = "done", pgettext_lazy("state of a task", "done")
        DROPPED = "dropped", pgettext_lazy("state of a task", "no longer pursued")

    CLOSED = (State.DONE, State.DROPPED)

    uuid = PublicId()
    session = models.ForeignKey(Session, models.PROTECT, related_name="work_plan")
    text = models.CharField(max_length=500)
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    closed_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = WorkItemQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="work_item_said"),
            models.CheckConstraint(
                condition=Q(state__in=["done", "dropped"], closed_on__isnull=False)
                | (~Q(state__in=["done", "dropped"]) & Q(closed_on=None)),
                name="work_item_closed_has_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                name="work_item_waiting",
                condition=Q(closed_on=None, due_on__isnull=False),
            ),
            models.Index(fields=["person"], name="work_item_of_person"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def is_closed(self) -> bool:
        """Done, or no longer pursued."""
        return self.state in self.CLOSED


class WorkNote(models.Model):
    """Follow-up on a task: what was reached on a day, and where the task stood then."""

    uuid = PublicId()
    item = models.ForeignKey(WorkItem, models.CASCADE, related_name="notes")
    day = models.DateField()
    state = models.CharField(max_length=9, choices=WorkItem.State.choices)
    text = models.CharField(max_length=1000, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.day} {self.state}"
