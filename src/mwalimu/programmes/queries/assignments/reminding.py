"""What the weekly digest asks: whose work is due, and what waits for a review."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mwalimu.people.models import Person
from mwalimu.programmes.models import Assignment, Holding, Submission
from mwalimu.programmes.queries.assignments.reviewing import lacking_reviews
from mwalimu.programmes.queries.assignments.tasks import (
    Task,
    latest_of,
    make_task,
    seat_for,
)

SOON = timedelta(days=14)


@dataclass(frozen=True)
class Due:
    """Somebody of whom something is expected; `days` left, fewer than 0: overdue."""

    person: Person
    task: Task
    days: int


def due_soon(
    on: date, within: timedelta = SOON, *, person: int | None = None
) -> list[Due]:
    """Whoever holds a seat and has something to hand in within these days, or late.

    By person, the first due first; of one `person` (primary key) if given. Four queries.
    """
    at = datetime.combine(on, time(12), UTC)
    held_now = Holding.objects.on(on)
    if person is not None:
        held_now = held_now.filter(person=person)
    asked = list(
        Assignment.objects.filter(
            state=Assignment.State.OPEN,
            due_on__lte=on + within,
            cohort__in=held_now.values("seat__cohort"),
        ).select_related("cohort", "topic")
    )
    seats: dict[tuple[int, int], list[Holding]] = {}
    rows = held_now.filter(seat__cohort__in={row.cohort_id for row in asked})
    for row in rows.select_related("person", "seat__member"):
        seats.setdefault((row.seat.cohort_id, row.person_id), []).append(row)
    latest = latest_of(asked, {who for _, who in seats})
    found = []
    for assignment in asked:
        for (cohort, who), held in seats.items():
            if cohort != assignment.cohort_id:
                continue
            seat = seat_for(assignment, held, at)
            if seat is None:
                continue
            version = latest.get((assignment.pk, who))
            task = make_task(assignment, seat, version, at)
            if task.waits_for_person:
                days = (assignment.due_on - on).days
                found.append(Due(seat.person, task, days))
    return sorted(found, key=lambda due: (due.person.pk, due.days))


def waiting_for_review(on: date) -> list[Submission]:
    """Versions that wait for a review, with `given` reviews; the oldest first.

    Not yet cut to anybody: `to_review` says what is one assessor's.
    """
    before = datetime.combine(on + timedelta(days=1), time(), UTC)
    rows = lacking_reviews(Submission.objects.filter(handed_in_at__lt=before))
    return list(
        rows.select_related("assignment__cohort", "person").order_by("handed_in_at")
    )
