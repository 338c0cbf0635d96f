"""What the project team does where assessors differ."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.engine.settling import DIFFER, settle
from mwalimu.programmes.models import Review, Submission
from mwalimu.programmes.operations.assignments.refusals import (
    WorkRefused,
    plain,
    require_team,
)
from mwalimu.programmes.operations.assignments.reviewing import (
    decisions_on,
    locked,
    settle_as,
)
from mwalimu.programmes.permissions.assignments import may_review

LONGEST_REASON = 2_000
MORE = 1


@transaction.atomic
def decide(
    submission: Submission, *, decision: str, reason: str, by: Actor, at: datetime
) -> Submission:
    """Settle a version on which the assessors differ, with a reason that its author
    reads. Raises WorkRefused.
    """
    row = _on_which_they_differ(submission, by, at)
    if decision not in Review.Decision.values:
        raise WorkRefused("decision", pgettext("refusal", "Choose a decision."))
    why = plain("reason", reason, LONGEST_REASON)
    if not why:
        text = pgettext("refusal", "Say why: the author reads it.")
        raise WorkRefused("reason", text)
    row.decided_by = by
    row.decided_reason = why
    settle_as(row, decision, by, at)
    return row


@transaction.atomic
def ask_one_more_review(
    submission: Submission, *, by: Actor, at: datetime
) -> Submission:
    """Let a third assessor say; what two of three say is taken. Raises WorkRefused."""
    row = _on_which_they_differ(submission, by, at)
    if row.more_reviews >= MORE:
        text = pgettext(
            "refusal", "A further review was asked for already: decide, with a reason."
        )
        raise WorkRefused("", text)
    row.more_reviews = MORE
    row.save(update_fields=["more_reviews"])
    record("ask_review", "submission", row.uuid, by=by, at=at)
    return row


def _on_which_they_differ(
    submission: Submission, by: Actor, at: datetime
) -> Submission:
    require_team(by, at)
    row = locked(submission)
    viewer = acting_viewer(by, at.date())
    if not viewer.sees_everything and not may_review(viewer, row, at.date()):
        text = pgettext(
            "refusal", "Nobody decides on themselves or on their own administration."
        )
        raise WorkRefused("", text)
    verdict = settle(
        decisions_on(row), row.assignment.assessors_wanted, row.more_reviews
    )
    if row.state != Submission.State.HANDED_IN or verdict != DIFFER:
        text = pgettext(
            "refusal",
            "The assessors do not differ on this version: nothing is decided.",
        )
        raise WorkRefused("", text)
    return row
