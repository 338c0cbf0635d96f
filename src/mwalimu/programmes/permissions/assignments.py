"""Who sees assignments and what was handed in, and who judges it.

The project team: all. A WG member: the assignments of their cohorts, and their own work.
Assessors: every assignment, and the work of whomever they may judge. The head of Customs
and the coordinators of a Member: the assignments of its cohorts and, through
`queries.assignments`, how far its people are; what they wrote and what was said of it
stays between them and the assessors. Nobody else.
"""

from datetime import date

from django.db.models import Q, QuerySet

from mwalimu.people.models import Role
from mwalimu.people.permissions import COORDINATES, Viewer
from mwalimu.programmes.models import (
    Assignment,
    Cohort,
    Holding,
    Programme,
    Seat,
    Submission,
)
from mwalimu.programmes.permissions.independence import is_independent, near_to

SEES_PROGRESS = COORDINATES | {Role.HEAD_OF_CUSTOMS}


def may_run_assignments(viewer: Viewer) -> bool:
    """The project team sets assignments, opens and closes them."""
    return viewer.is_project_team


def assignments_visible_to(viewer: Viewer) -> QuerySet[Assignment]:
    """Assignments that a viewer may open."""
    rows = Assignment.objects.all()
    if may_run_assignments(viewer):
        return rows
    if not viewer.is_signed_in:
        return rows.none()
    given = rows.exclude(state=Assignment.State.DRAFT).exclude(
        cohort__programme__status=Programme.Status.PREPARED
    )
    if Role.ASSESSOR in viewer.roles:
        return given
    members = viewer.members_as(*SEES_PROGRESS)
    named = Cohort.members.through.objects.filter(member__in=members)
    seats = Seat.objects.filter(member__in=members)
    own = Holding.objects.filter(person=viewer.person_id)
    return given.filter(
        Q(cohort__in=named.values("cohort"))
        | Q(cohort__in=seats.values("cohort"))
        | Q(cohort__in=own.values("seat__cohort"))
    )


def submissions_visible_to(viewer: Viewer, on: date) -> QuerySet[Submission]:
    """Versions whose content a viewer may read: the team all, a person their own, an
    assessor those that they may judge.
    """
    rows = Submission.objects.all()
    if may_run_assignments(viewer):
        return rows
    if not viewer.is_signed_in:
        return rows.none()
    allowed = Q(person=viewer.person_id)
    if Role.ASSESSOR in viewer.roles:
        allowed |= Q(pk__in=judged_by(viewer, on).order_by().values("pk"))
    return rows.filter(allowed)


def judged_by(viewer: Viewer, on: date) -> QuerySet[Submission]:
    """Versions that a viewer may judge: of nobody near to them."""
    rows = Submission.objects.all()
    if Role.ASSESSOR not in viewer.roles and not may_run_assignments(viewer):
        return rows.none()
    for keys in near_to(viewer, on):
        rows = rows.exclude(person__in=keys)
    return rows


def may_review(viewer: Viewer, submission: Submission, on: date) -> bool:
    """An assessor or the project team, for work of nobody near to them."""
    judges = Role.ASSESSOR in viewer.roles or may_run_assignments(viewer)
    return judges and is_independent(viewer, submission.person, on)
