"""The versions of a person's work, and what was said of them: who reads what.

The author reads decisions, remarks and scores once a version is settled, without the
names of assessors. The project team reads all, with names, at any time.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from mwalimu.programmes.models import (
    Assignment,
    Criterion,
    Review,
    ReviewScore,
    Submission,
    SubmissionFile,
)

SETTLED = (
    Submission.State.ACCEPTED,
    Submission.State.REPEAT,
    Submission.State.REJECTED,
)


@dataclass(frozen=True)
class Remark:
    """What one assessor said; `who` is empty where their name is not the reader's."""

    decision: str
    label: str
    remarks: str
    who: str
    scores: tuple[tuple[Criterion, int], ...]


@dataclass(frozen=True)
class Version:
    """One version with its files, and what its reader may read of the reviews."""

    submission: Submission
    files: tuple[SubmissionFile, ...]
    remarks: tuple[Remark, ...]

    @property
    def reason(self) -> str:
        """Why the project team decided, where the assessors differed."""
        return self.submission.decided_reason


def versions_for_author(assignment: Assignment, person: int) -> list[Version]:
    """The newest first. Nothing of the reviews before a version is settled."""
    return [
        Version(row, tuple(row.files.all()), _remarks(row, names=False))
        for row in _versions(assignment, person)
    ]


def versions_for_team(assignment: Assignment, person: int) -> list[Version]:
    """The newest first, with every review and who gave it."""
    return [
        Version(row, tuple(row.files.all()), _remarks(row, names=True))
        for row in _versions(assignment, person)
    ]


def _versions(assignment: Assignment, person: int) -> Iterable[Submission]:
    reviews = Review.objects.select_related("assessor").order_by("pk")
    scores = ReviewScore.objects.select_related("criterion").order_by(
        "criterion__position"
    )
    rows = Submission.objects.filter(assignment=assignment, person=person)
    return (
        rows.select_related("handed_in_by")
        .prefetch_related(
            Prefetch("files", SubmissionFile.objects.select_related("file")),
            Prefetch("reviews", reviews),
            Prefetch("reviews__scores", scores),
        )
        .order_by("-version")
    )


def _remarks(row: Submission, *, names: bool) -> tuple[Remark, ...]:
    if not names and row.state not in SETTLED:
        return ()
    return tuple(
        Remark(
            decision=review.decision,
            label=str(review.get_decision_display()),
            remarks=review.remarks,
            who=review.assessor.name if names else "",
            scores=tuple(
                (score.criterion, score.score) for score in review.scores.all()
            ),
        )
        for review in row.reviews.all()
    )
