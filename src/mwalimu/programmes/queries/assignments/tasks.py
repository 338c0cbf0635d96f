"""What a WG member is asked to do, and how far they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from mwalimu.programmes.engine.deadlines import Deadline, Standing, day_in
from mwalimu.programmes.engine.progress import (
    WAITS_FOR_PERSON,
    Progress,
    progress,
)
from mwalimu.programmes.models import Assignment, Holding, Review, Submission
from mwalimu.reference.models import Member


@dataclass(frozen=True)
class Task:
    """An assignment of one person: until when, where, and how far it is."""

    assignment: Assignment
    member: Member
    deadline: Deadline
    standing: Standing
    progress: Progress
    latest: Submission | None
    holds: bool  # the person still holds a seat that it is for

    @property
    def waits_for_person(self) -> bool:
        """Something is expected of the person, and would be taken."""
        takes = self.assignment.state == Assignment.State.OPEN
        return self.holds and takes and self.progress in WAITS_FOR_PERSON

    @property
    def may_hand_in(self) -> bool:
        """Whether a version would be taken now."""
        settled = (Progress.ACCEPTED, Progress.REJECTED, Progress.MISSED)
        if not self.holds or self.assignment.state != Assignment.State.OPEN:
            return False
        if self.progress == Progress.REPEAT:
            return True
        return self.progress not in settled and self.standing != Standing.OVER


def tasks_of(person: int | None, at: datetime) -> list[Task]:
    """What a person (primary key) is or was asked to do, the first due first.

    Four queries, whatever the number of seats and assignments.
    """
    if person is None:
        return []
    seats = list(
        Holding.objects.filter(person=person).select_related(
            "seat__member", "seat__cohort"
        )
    )
    rows = Assignment.objects.exclude(state=Assignment.State.DRAFT).filter(
        cohort__in={row.seat.cohort_id for row in seats}
    )
    asked = list(rows.select_related("cohort", "topic").order_by("due_on", "code"))
    latest = latest_of(asked, [person])
    found = []
    for assignment in asked:
        seat = seat_for(assignment, seats, at)
        if seat is not None:
            found.append(
                make_task(assignment, seat, latest.get((assignment.pk, person)), at)
            )
    return found


def task_of(
    assignment: Assignment,
    person: int | None,
    at: datetime,
    newest: Submission | None = None,
) -> Task | None:
    """One assignment of a person; None where it was never for them.

    `newest` spares two queries where the newest version is at hand with its reviews.
    """
    seats = Holding.objects.filter(person=person, seat__cohort=assignment.cohort_id)
    seat = seat_for(assignment, seats.select_related("seat__member"), at)
    if seat is None or person is None or assignment.state == Assignment.State.DRAFT:
        return None
    if newest is None:
        found = latest_of([assignment], [person])
        newest = found.get((assignment.pk, person))
    return make_task(assignment, seat, newest, at)


def seat_for(
    assignment: Assignment, seats: Iterable[Holding], at: datetime
) -> Holding | None:
    """By which of a person's holdings the assignment is theirs: one that holds first."""
    near = [
        row
        for row in seats
        if row.seat.cohort_id == assignment.cohort_id
        and assignment.topic_id in (None, row.seat.topic_id)
    ]
    near.sort(key=lambda row: (not holds(row, at), -row.since.toordinal()))
    return near[0] if near else None


def holds(row: Holding, at: datetime) -> bool:
    """Whether the seat is held at an instant, by the day that it is there."""
    today = day_in(at, row.seat.member.time_zone)
    return row.since <= today and (row.until is None or today <= row.until)


def latest_of(
    assignments: Iterable[Assignment], people: Iterable[int]
) -> dict[tuple[int, int], Submission]:
    """The newest version of each person (primary keys), with what was said of it."""
    said = Review.objects.only("submission", "decision").order_by("pk")
    rows = (
        Submission.objects.filter(
            assignment__in=[row.pk for row in assignments], person__in=list(people)
        )
        .defer("text")
        .prefetch_related(Prefetch("reviews", said))
        .order_by("version")
    )
    return {(row.assignment_id, row.person_id): row for row in rows}


def make_task(
    assignment: Assignment, seat: Holding, latest: Submission | None, at: datetime
) -> Task:
    """The assignment as it stands for whoever holds or held that seat."""
    zone = seat.seat.member.time_zone
    deadline = Deadline(assignment.due_on, assignment.late_until, zone)
    standing = deadline.standing(at)
    said = [row.decision for row in latest.reviews.all()] if latest else []
    return Task(
        assignment=assignment,
        member=seat.seat.member,
        deadline=deadline,
        standing=standing,
        progress=progress(
            latest.state if latest else None,
            standing,
            taken=assignment.state == Assignment.State.OPEN,
            decisions=said,
            wanted=assignment.assessors_wanted,
            more=latest.more_reviews if latest else 0,
        ),
        latest=latest,
        holds=holds(seat, at),
    )
