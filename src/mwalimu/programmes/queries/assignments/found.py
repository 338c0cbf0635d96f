"""Assignments, versions and files by their public ids, as far as a viewer may."""

from datetime import date
from uuid import UUID

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Assignment,
    Cohort,
    Holding,
    Submission,
    SubmissionFile,
)
from mwalimu.programmes.permissions.assignments import (
    assignments_visible_to,
    submissions_visible_to,
)

AROUND = ("cohort__programme", "stage", "topic")


def assignments_of(cohort: Cohort, viewer: Viewer) -> list[Assignment]:
    """The assignments of a cohort that a viewer may open, the first due first."""
    rows = assignments_visible_to(viewer).filter(cohort=cohort)
    return list(rows.select_related("topic", "stage").order_by("due_on", "code"))


def assignment_at(viewer: Viewer, uuid: UUID) -> Assignment | None:
    """An assignment that the viewer may open."""
    rows = assignments_visible_to(viewer).filter(uuid=uuid)
    return rows.select_related(*AROUND).prefetch_related("criteria").first()


def holder_at(assignment: Assignment, uuid: UUID) -> Person | None:
    """Somebody of the cohort, now or before, by their uuid."""
    seats = Holding.objects.filter(seat__cohort=assignment.cohort_id)
    people = Person.objects.filter(uuid=uuid, pk__in=seats.values("person"))
    found: Person | None = people.first()
    return found


def submission_at(viewer: Viewer, uuid: UUID, on: date) -> Submission | None:
    """A version whose content the viewer may read."""
    rows = submissions_visible_to(viewer, on).filter(uuid=uuid)
    near = rows.select_related("person", "assignment__cohort", "assignment__topic")
    return near.prefetch_related("files__file", "assignment__criteria").first()


def file_at(viewer: Viewer, uuid: UUID, on: date) -> SubmissionFile | None:
    """A file of a version whose content the viewer may read."""
    seen = submissions_visible_to(viewer, on).order_by().values("pk")
    rows = SubmissionFile.objects.filter(uuid=uuid, submission__in=seen)
    return rows.select_related("file").first()
