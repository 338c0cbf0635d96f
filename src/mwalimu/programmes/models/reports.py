"""Reports of a session: versions as Word files, and who cleared them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models.events import Session
from mwalimu.programmes.querysets import SessionReportQuerySet
from mwalimu.reference.models import Member, Partner
from mwalimu.shared.fields import PublicId
from mwalimu.shared.models import StoredFile


class SessionReport(models.Model):
    """One version of the report of a session in a language. A later one supersedes it.

    The file never changes. It goes when somebody whom it names is forgotten, or when its
    time is over; `sha256` says for ever what it was. `with_names`: it names participants,
    so it goes to the host alone. `made`: it was filled from the records, not uploaded.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of a report", "draft")
        SENT = "sent", pgettext_lazy("state of a report", "sent for clearance")
        FINAL = "final", pgettext_lazy("state of a report", "final")

    uuid = PublicId()
    session = models.ForeignKey(Session, models.PROTECT, related_name="reports")
    language = models.CharField(max_length=10)
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=5, choices=State.choices, default=State.DRAFT)
    made = models.BooleanField()
    with_names = models.BooleanField(default=False)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True, blank=True)
    final_at = models.DateTimeField(null=True, blank=True)

    objects = SessionReportQuerySet.as_manager()

    class Meta:
        ordering = ["session", "language", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "language", "number"], name="report_version_once"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", sent_on=None, final_at=None)
                | Q(state="sent", sent_on__isnull=False, final_at=None)
                | Q(state="final", sent_on__isnull=False, final_at__isnull=False),
                name="report_state_has_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.language} {self.number}"


class ReportClearance(models.Model):
    """A partner or the host is asked to clear a version, and what it answered."""

    class Answer(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("clearance", "no answer yet")
        CLEARED = "cleared", pgettext_lazy("clearance", "cleared")
        CHANGES = "changes", pgettext_lazy("clearance", "asks for changes")

    uuid = PublicId()
    report = models.ForeignKey(SessionReport, models.PROTECT, related_name="clearances")
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="+"
    )
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.CharField(
        max_length=7, choices=Answer.choices, default=Answer.WAITING
    )
    answered_on = models.DateField(null=True, blank=True)
    remarks = models.CharField(max_length=2000, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "partner"], name="clearance_once_a_partner"
            ),
            models.UniqueConstraint(
                fields=["report", "member"], name="clearance_once_a_member"
            ),
            models.CheckConstraint(
                condition=Q(partner__isnull=False, member=None)
                | Q(partner=None, member__isnull=False),
                name="clearance_is_of_one",
            ),
            models.CheckConstraint(
                condition=Q(answer="waiting", answered_on=None)
                | ~Q(answer="waiting") & Q(answered_on__isnull=False),
                name="clearance_answered_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.answer}"
