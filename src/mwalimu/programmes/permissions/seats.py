"""Who sees cohorts, their seats and who holds them, and who fills the seats.

A seat is its Member's: its head of Customs, coordinator and deputies see it with every
holder; a person sees the seats that they hold or held. Readers and the regional office
open the cohort for its counts and see no seat.
"""

from django.db.models import Q, QuerySet

from mwalimu.people.models import Role
from mwalimu.people.permissions import COORDINATES, Viewer
from mwalimu.programmes.models import Cohort, Holding, Programme, Seat
from mwalimu.programmes.querysets import HoldingQuerySet

SEES_SEATS = COORDINATES | {Role.HEAD_OF_CUSTOMS}
SEES_COUNTS = frozenset({Role.READER, Role.REGIONAL_OFFICE, Role.ASSESSOR})


def may_run_seats(viewer: Viewer) -> bool:
    """The project team plans seats and records who holds them; nobody else does."""
    return viewer.is_project_team


def sees_all_seats(viewer: Viewer) -> bool:
    """Whether the viewer reads the whole cohort and not a Member's part of it."""
    return viewer.is_project_team


def seats_visible_to(viewer: Viewer) -> QuerySet[Seat]:
    """Seats that a viewer may open, with everybody who holds or held them."""
    seats = Seat.objects.all()
    if sees_all_seats(viewer):
        return seats
    if not viewer.is_signed_in:
        return seats.none()
    announced = seats.exclude(cohort__programme__status=Programme.Status.PREPARED)
    return announced.filter(member__in=viewer.members_as(*SEES_SEATS))


def seats_counted_by(viewer: Viewer) -> QuerySet[Seat]:
    """Seats whose number a viewer reads: those they see; all of an announced programme
    for readers and assessors, who read no names.
    """
    only_counts = viewer.roles & SEES_COUNTS and not viewer.roles & SEES_SEATS
    if only_counts and not sees_all_seats(viewer):
        prepared = Programme.Status.PREPARED
        return Seat.objects.exclude(cohort__programme__status=prepared)
    return seats_visible_to(viewer)


def holdings_visible_to(viewer: Viewer) -> HoldingQuerySet:
    """Holdings that a viewer may open: those of the seats they see, and their own."""
    holdings: HoldingQuerySet = Holding.objects.all()
    if sees_all_seats(viewer):
        return holdings
    if not viewer.is_signed_in:
        return holdings.none()
    seats = Q(seat__in=seats_visible_to(viewer).order_by())
    return holdings.filter(seats | Q(person=viewer.person_id))


def cohorts_visible_to(viewer: Viewer) -> QuerySet[Cohort]:
    """Cohorts that a viewer may open in the workspace.

    An administration opens the cohorts in which it takes part, a WG member those in
    which they hold or held a seat.
    """
    cohorts = Cohort.objects.all()
    if sees_all_seats(viewer):
        return cohorts
    if not viewer.is_signed_in:
        return cohorts.none()
    announced = cohorts.exclude(programme__status=Programme.Status.PREPARED)
    if viewer.roles & SEES_COUNTS:
        return announced
    members = viewer.members_as(*SEES_SEATS)
    takes_part = Cohort.members.through.objects.filter(member__in=members)
    own = Holding.objects.filter(person=viewer.person_id)
    return announced.filter(
        Q(pk__in=takes_part.values("cohort")) | Q(pk__in=own.values("seat__cohort"))
    )
