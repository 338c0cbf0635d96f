"""What follows a session: its evaluation, decisions, and extra activities.

`forms` keeps questions and answers and knows nothing of sessions; the link is here.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.forms.models import Question, Round
from mwalimu.programmes.models.events import Activity, Session
from mwalimu.shared.fields import PublicId


class Evaluation(models.Model):
    """Participants of a session are asked about it, once."""

    session = models.OneToOneField(
        Session, models.PROTECT, related_name="evaluation", primary_key=True
    )
    round = models.OneToOneField(Round, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.session_id)


class SessionDecision(models.Model):
    """What the project team decided after a session, why, and what became of it.

    `question` and `remark` say what of the evaluation it stands on.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a decision", "to do")
        DONE = "done", pgettext_lazy("state of a decision", "done")
        DROPPED = "dropped", pgettext_lazy("state of a decision", "dropped")

    uuid = PublicId()
    session = models.ForeignKey(Session, models.PROTECT, related_name="decisions")
    what = models.CharField(max_length=300)
    why = models.TextField()
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, related_name="+"
    )
    remark = models.TextField(blank=True)
    owner = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    state = models.CharField(max_length=7, choices=State.choices, default=State.OPEN)
    outcome = models.CharField(max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["decided_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None, settled_by=None, outcome="")
                | ~Q(state="open")
                & Q(settled_at__isnull=False, settled_by__isnull=False),
                name="session_decision_settled_has_instant",
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(outcome=""),
                name="session_decision_dropped_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                name="session_decision_to_do",
                condition=Q(state="open"),
            )
        ]

    def __str__(self) -> str:
        return self.what


class ExtraEvent(models.Model):
    """An activity, or a supplementary session, that follows from a decision."""

    decision = models.ForeignKey(
        SessionDecision, models.PROTECT, related_name="extra_events"
    )
    activity = models.OneToOneField(
        Activity, models.CASCADE, null=True, blank=True, related_name="follows_from"
    )
    session = models.OneToOneField(
        Session, models.CASCADE, null=True, blank=True, related_name="follows_from"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(activity=None, session__isnull=False)
                | Q(activity__isnull=False, session=None),
                name="extra_event_is_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.decision_id}"
