"""What is held on a person's intersessional work, for themselves."""

from typing import Any

from mwalimu.people.models import Person
from mwalimu.programmes.models import Review, Submission
from mwalimu.programmes.queries.assignments.versions import SETTLED


def work_held(person: Person) -> dict[str, Any]:
    """Their versions, what was said of them once settled, and the reviews they gave."""
    rows = Submission.objects.filter(person=person).select_related("assignment")
    reviews = Review.objects.filter(assessor=person).select_related("submission")
    return {
        "submissions": [
            _version(row)
            for row in rows.prefetch_related(
                "files__file", "reviews__scores__criterion"
            ).order_by("-handed_in_at")
        ],
        "reviews": [
            {
                "submission": str(row.submission.uuid),
                "decision": row.decision,
                "remarks": row.remarks,
                "given_at": row.given_at.isoformat(),
            }
            for row in reviews.order_by("-given_at")
        ],
    }


def _version(row: Submission) -> dict[str, Any]:
    settled = row.state in SETTLED
    return {
        "uuid": str(row.uuid),
        "assignment": row.assignment.code,
        "version": row.version,
        "text": row.text,
        "link": row.link,
        "files": [
            {"name": each.name, "size": each.file.size} for each in row.files.all()
        ],
        "handed_in_at": row.handed_in_at.isoformat(),
        "handed_in_for_you_because": row.reason or None,
        "late": row.late,
        "state": row.state,
        "decided_because": row.decided_reason or None,
        "said": [
            {
                "decision": review.decision,
                "remarks": review.remarks,
                "scores": [
                    {"criterion": score.criterion.names, "score": score.score}
                    for score in review.scores.all()
                ],
            }
            for review in (row.reviews.all() if settled else ())
        ],
    }
