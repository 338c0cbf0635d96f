"""Reviewing: each assessor once, final, of nobody near to them."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.engine.settling import DIFFER, WAITING, settle
from mwalimu.programmes.models import Review, ReviewScore, Submission
from mwalimu.programmes.operations.assignments.refusals import WorkRefused, plain
from mwalimu.programmes.permissions.assignments import may_review

State = Submission.State
Decision = Review.Decision
LONGEST_REMARKS = 10_000
SETTLES = {
    Decision.ACCEPT: State.ACCEPTED,
    Decision.REPEAT: State.REPEAT,
    Decision.REJECT: State.REJECTED,
}


@transaction.atomic
def give_review(
    submission: Submission,
    *,
    decision: str,
    remarks: str = "",
    scores: Mapping[int, int],
    by: Actor,
    at: datetime,
) -> Review:
    """What one assessor says of a version; final. `scores` by the keys of criteria.

    The work is settled once all wanted reviews are in and agree. Raises WorkRefused.
    """
    row = locked(submission)
    assessor = _assessor(row, by, at)
    said = plain("remarks", remarks, LONGEST_REMARKS)
    before = row.reviews.filter(assessor=assessor).first()
    if before is not None and (before.decision, before.remarks) == (decision, said):
        return before  # the same once more: a second click
    _check_waits(row, before)
    _check_decision(decision, said)
    _check_scores(row, scores)
    review = Review.objects.create(
        submission=row,
        assessor=assessor,
        decision=decision,
        remarks=said,
        given_at=at,
        given_by=by,
    )
    ReviewScore.objects.bulk_create(
        ReviewScore(review=review, criterion_id=key, score=score)
        for key, score in scores.items()
    )
    after = {"decision": decision}
    record("review", "submission", row.uuid, by=by, at=at, after=after)
    settle_if_agreed(row, by, at)
    return review


def locked(submission: Submission) -> Submission:
    """The version as it is now, locked against two at once."""
    rows = Submission.objects.select_for_update(of=("self",))
    return rows.select_related("assignment", "person").get(pk=submission.pk)


def decisions_on(row: Submission) -> list[str]:
    """What the assessors said, in the order in which they did."""
    return list(row.reviews.order_by("pk").values_list("decision", flat=True))


def settle_if_agreed(row: Submission, by: Actor, at: datetime) -> None:
    """Settle the version where all wanted reviews are in and agree."""
    wanted = row.assignment.assessors_wanted
    verdict = settle(decisions_on(row), wanted, row.more_reviews)
    if verdict not in (WAITING, DIFFER):
        settle_as(row, verdict, by, at)


def settle_as(row: Submission, decision: str, by: Actor, at: datetime) -> None:
    """The version is accepted, to be repeated, or rejected from now on."""
    row.state = SETTLES[Decision(decision)]
    row.settled_at = at
    row.save()
    after = {"state": row.state}
    record("settle", "submission", row.uuid, by=by, at=at, after=after)


def _assessor(row: Submission, by: Actor, at: datetime) -> Person:
    viewer = acting_viewer(by, at.date())
    if viewer.person_id == row.person_id:
        text = pgettext("refusal", "Nobody reviews their own work.")
        raise WorkRefused("", text)
    if viewer.person_id is None or not may_review(viewer, row, at.date()):
        text = pgettext(
            "refusal",
            "Only an assessor or the project team reviews work, and never that of"
            " somebody of their own administration.",
        )
        raise WorkRefused("", text)
    return Person.objects.get(pk=viewer.person_id)


def _check_waits(row: Submission, before: Review | None) -> None:
    if before is not None:
        text = pgettext("refusal", "You have reviewed this version: a review is final.")
        raise WorkRefused("", text)
    if row.state == State.REPLACED:
        text = pgettext(
            "refusal",
            "A newer version was handed in meanwhile, so nothing was stored. What you"
            " wrote is still here: copy it, and review the newer version.",
        )
        raise WorkRefused("", text)
    wanted = row.assignment.assessors_wanted + row.more_reviews
    if row.state != State.HANDED_IN or row.reviews.count() >= wanted:
        text = pgettext(
            "refusal",
            "Others have reviewed this version meanwhile, so nothing was stored. No"
            " further review is wanted.",
        )
        raise WorkRefused("", text)


def _check_decision(decision: str, remarks: str) -> None:
    if decision not in Decision.values:
        raise WorkRefused("decision", pgettext("refusal", "Choose a decision."))
    if decision != Decision.ACCEPT and not remarks:
        text = pgettext(
            "refusal", "Say what is missing, so that the author knows what to do."
        )
        raise WorkRefused("remarks", text)


def _check_scores(row: Submission, scores: Mapping[int, int]) -> None:
    criteria = {each.pk: each for each in row.assignment.criteria.all()}
    for key, criterion in criteria.items():
        score = scores.get(key)
        if score is None or not 0 <= score <= criterion.most:
            text = pgettext("refusal", "Give a score from 0 to %(most)s.")
            raise WorkRefused(f"score_{key}", text % {"most": criterion.most})
    if scores.keys() - criteria.keys():
        text = pgettext(
            "refusal", "The rubric was changed meanwhile: load the page anew."
        )
        raise WorkRefused("", text)
