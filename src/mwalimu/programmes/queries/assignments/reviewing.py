"""What waits for an assessor, and what waits for the project team's decision."""

from datetime import date

from django.db.models import Count, F, QuerySet

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Review, Submission
from mwalimu.programmes.permissions.assignments import (
    judged_by,
    may_run_assignments,
)

AROUND = ("assignment__cohort", "assignment__topic", "person")


def lacking_reviews(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    """Versions that wait and have fewer reviews than are wanted; `given` of them."""
    waiting = rows.filter(state=Submission.State.HANDED_IN)
    return waiting.annotate(given=Count("reviews")).filter(
        given__lt=F("assignment__assessors_wanted") + F("more_reviews")
    )


def to_review(viewer: Viewer, on: date) -> QuerySet[Submission]:
    """What a viewer may review now, and has not: the oldest first."""
    done = Review.objects.filter(assessor=viewer.person_id).values("submission")
    rows = lacking_reviews(judged_by(viewer, on)).exclude(pk__in=done)
    return rows.select_related(*AROUND).order_by("handed_in_at", "pk")


def reviewed_by(viewer: Viewer) -> QuerySet[Review]:
    """The reviews that a viewer gave, the newest first."""
    rows = Review.objects.filter(assessor=viewer.person_id)
    near = [f"submission__{name}" for name in AROUND]
    return rows.select_related(*near).order_by("-given_at", "-pk")


def differing(viewer: Viewer) -> QuerySet[Submission]:
    """Versions on which the assessors differ: the project team decides."""
    rows = Submission.objects.filter(state=Submission.State.HANDED_IN)
    if not may_run_assignments(viewer):
        return rows.none()
    full = rows.annotate(given=Count("reviews")).filter(
        given__gte=F("assignment__assessors_wanted") + F("more_reviews")
    )
    return full.select_related(*AROUND).order_by("handed_in_at", "pk")
