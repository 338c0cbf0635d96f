"""Who sees demo slots, their scores, and the minutes of the panel.

A score is seen by whoever gave it; by the project team and the assessors of the slot once
all of them are in; by nobody else, ever: not by donors, not by other Members, not by the
candidate's own administration. The candidate reads what the panel agreed, once its
members have signed.
"""

from datetime import date

from django.db.models import Count, F, Q, QuerySet

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    DemoAssessor,
    DemoScore,
    DemoSlot,
    PanelMember,
    PanelMinutes,
    PanelResult,
)

FEWEST_ASSESSORS = 2


def may_run_demos(viewer: Viewer) -> bool:
    """The project team plans slots, names assessors and keeps the minutes."""
    return viewer.is_project_team


def complete_slots() -> QuerySet[DemoSlot]:
    """Slots of which every named assessor, two at least, has given a score."""
    rows = DemoSlot.objects.annotate(
        named=Count("assessors", distinct=True), given=Count("scores", distinct=True)
    )
    return rows.filter(named__gte=FEWEST_ASSESSORS, given__gte=F("named"))


def slots_visible_to(viewer: Viewer) -> QuerySet[DemoSlot]:
    """Slots whose place in the schedule a viewer may see: the team all, an assessor
    those they score, a candidate their own.
    """
    rows = DemoSlot.objects.all()
    if may_run_demos(viewer):
        return rows
    if viewer.person_id is None:
        return rows.none()
    named = DemoAssessor.objects.filter(person=viewer.person_id)
    return rows.filter(Q(pk__in=named.values("slot")) | Q(candidate=viewer.person_id))


def scores_visible_to(viewer: Viewer) -> QuerySet[DemoScore]:
    """Scores that a viewer may read: see the docstring of this module."""
    rows = DemoScore.objects.all()
    if not viewer.is_signed_in:
        return rows.none()
    allowed = Q(assessor=viewer.person_id) if viewer.person_id else Q(pk__in=[])
    complete = complete_slots().order_by().values("pk")
    if may_run_demos(viewer):
        allowed |= Q(slot__in=complete)
    elif viewer.person_id is not None:
        named = DemoAssessor.objects.filter(person=viewer.person_id).values("slot")
        allowed |= Q(slot__in=complete) & Q(slot__in=named)
    rows = rows.filter(allowed)
    if viewer.person_id is not None:
        rows = rows.exclude(slot__candidate=viewer.person_id)
    return rows


def minutes_visible_to(viewer: Viewer) -> QuerySet[PanelMinutes]:
    """Minutes that a viewer may read: the team all, a member of the panel those that
    are theirs to sign.
    """
    rows = PanelMinutes.objects.all()
    if may_run_demos(viewer):
        return rows
    if viewer.person_id is None:
        return rows.none()
    seats = PanelMember.objects.filter(person=viewer.person_id)
    return rows.filter(pk__in=seats.values("minutes")).exclude(closed_at=None)


def signed_minutes(on: date | None = None) -> QuerySet[PanelMinutes]:
    """Minutes that are closed and signed by every member of the panel, by that day."""
    lacking, closed = Q(signed_at=None), Q(closed_at__isnull=False)
    if on is not None:
        lacking |= Q(signed_at__date__gt=on)
        closed = Q(closed_at__date__lte=on)
    open_still = PanelMember.objects.filter(lacking).values("minutes")
    return PanelMinutes.objects.filter(closed).exclude(pk__in=open_still)


def results_visible_to(viewer: Viewer) -> QuerySet[PanelResult]:
    """What the panel agreed: the team all that is signed, a candidate their own."""
    rows = PanelResult.objects.filter(minutes__in=signed_minutes())
    if may_run_demos(viewer):
        return rows
    return rows.filter(candidate__in=[viewer.person_id])
