"""Who opens calls, who nominates, who reads nominations, and who reads their scores.

A draft belongs to the administration that writes it. Scores stay with the project team:
neither the administration nor the nominee reads them.
"""

from typing import Any

from django.db.models import Q, QuerySet

from mwalimu.people.permissions import COORDINATES, Viewer
from mwalimu.programmes.models import Call, Invited, Nomination, NominationScore
from mwalimu.programmes.permissions.seats import SEES_SEATS
from mwalimu.programmes.querysets import NominationQuerySet, read_by_team_q


def may_run_calls(viewer: Viewer) -> bool:
    """The project team opens, screens and concludes calls."""
    return viewer.is_project_team


def may_nominate(viewer: Viewer, member_id: int) -> bool:
    """The national coordinator and deputies for their own Member.

    The project team enters what a letter says, on behalf of the administration.
    """
    return viewer.is_project_team or member_id in viewer.members_as(*COORDINATES)


def calls_visible_to(viewer: Viewer) -> QuerySet[Call]:
    """Calls that a viewer may open: an administration those that ask it, once open."""
    calls = Call.objects.all()
    if may_run_calls(viewer):
        return calls
    if not viewer.is_signed_in:
        return calls.none()
    members = viewer.members_as(*SEES_SEATS)
    asked = Invited.objects.filter(member__in=members).values("call")
    return calls.exclude(state=Call.State.DRAFT).filter(pk__in=asked)


def nominations_visible_to(viewer: Viewer) -> NominationQuerySet:
    """Nominations that a viewer may open."""
    rows: NominationQuerySet = Nomination.objects.all()
    if viewer.sees_everything:
        return rows
    if not viewer.is_signed_in:
        return rows.none()
    own = Q(member__in=viewer.members_as(*SEES_SEATS))
    if may_run_calls(viewer):
        own |= read_by_team_q()
    return rows.filter(own)


def scores_visible_to(viewer: Viewer) -> QuerySet[NominationScore]:
    """Scores that a viewer reads: the project team's alone."""
    scores = NominationScore.objects.all()
    return scores if may_run_calls(viewer) else scores.none()


def nominees() -> QuerySet[Any, Any]:
    """Keys of the persons whose names administrations have put to the project team."""
    return Nomination.objects.filter(read_by_team_q()).order_by().values("person")
