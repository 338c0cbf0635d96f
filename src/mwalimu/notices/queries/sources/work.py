"""Intersessional work: to hand in, to repeat, to review, to settle."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from mwalimu.notices.queries.sources.cut import Cut, cut
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.progress import Progress
from mwalimu.programmes.models import Review, Submission
from mwalimu.programmes.permissions.independence import administrations_of
from mwalimu.programmes.queries.assignments import Due, differing, due_soon, to_review
from mwalimu.programmes.queries.assignments.reviewing import lacking_reviews

Rows = list[QuerySet[Any, Any]]
Barred = dict[Any, set[int]]
TWO_WEEKS = timedelta(days=14)


def hand_ins(viewer: Viewer, on: date) -> list[Cut]:
    """What WG members are to hand in within two weeks, or once more (4 queries)."""
    if viewer.sees_everything:
        return [_due(row) for row in due_soon(on)]
    if viewer.person_id is None:
        return []
    return [_due(row) for row in due_soon(on, person=viewer.person_id)]


def _due(row: Due) -> Cut:
    task = row.task
    again = task.progress == Progress.REPEAT and task.latest is not None
    settled = task.latest.settled_at if again and task.latest else None
    return Cut(
        kind="work_to_repeat" if again else "work_due",
        uuid=task.assignment.uuid,
        day=settled.date() if settled else task.assignment.due_on,
        held=None,
        title=task.assignment.code,
        detail=None,
        names=task.assignment.titles,
        number=None,
        least=None,
        person=row.person.pk,
        place=None,
        cohort=task.assignment.cohort_id,
        topic=None,
        away=None,
    )


def work_to_review(viewer: Viewer, on: date) -> Rows:
    """Hand-ins that wait for a review which the viewer may give.

    For the operator all that wait: `kept_from` says who may not judge which.
    """
    rows = _lacking() if viewer.sees_everything else to_review(viewer, on)
    return [_work("work_to_review", rows)]


def _lacking() -> QuerySet[Submission]:
    return lacking_reviews(Submission.objects.all())


def kept_from(assessors: Iterable[int], on: date) -> Barred:
    """For each hand-in that waits (its uuid) the assessors who are not asked: because
    they have reviewed it, or are near to its author (3 queries).
    """
    judges = set(assessors)
    waiting = list(_lacking().values_list("pk", "uuid", "person"))
    people = judges | {person for _, _, person in waiting}
    near = administrations_of(people, on)
    done: dict[int, set[int]] = {}
    given = Review.objects.filter(submission__in=[pk for pk, _, _ in waiting])
    for submission, assessor in given.values_list("submission", "assessor"):
        done.setdefault(submission, set()).add(assessor)
    return {
        uuid: done.get(pk, set())
        | {
            judge
            for judge in judges
            if judge == person or not near[judge].isdisjoint(near[person])
        }
        for pk, uuid, person in waiting
    }


def work_not_reviewed(viewer: Viewer, on: date) -> Rows:
    """Hand-ins that have waited for two weeks."""
    if not viewer.is_project_team:
        return []
    rows = _lacking().filter(handed_in_at__date__lte=on - TWO_WEEKS)
    return [_work("work_not_reviewed", rows)]


def work_differs(viewer: Viewer, _on: date) -> Rows:
    """The assessors differ: the project team settles it."""
    return [_work("work_differs", differing(viewer))]


def _work(kind: str, rows: QuerySet[Submission]) -> QuerySet[Any, Any]:
    keys = rows.order_by().values("pk")
    return cut(
        kind,
        Submission.objects.filter(pk__in=keys),
        uuid="uuid",
        day="handed_in_at",
        title="assignment__code",
        names="assignment__titles",
        cohort="assignment__cohort",
    )
