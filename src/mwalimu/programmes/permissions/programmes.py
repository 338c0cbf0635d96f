"""Who sees programmes and what took place in them, and who changes them.

A programme that is being prepared is seen by the project team alone: which Members are
asked is theirs to announce.
"""

from typing import Any

from django.db.models import Q, QuerySet

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Activity, Holding, Programme, Session
from mwalimu.programmes.querysets import (
    DatedEventQuerySet,
    ProgrammeQuerySet,
)


def may_edit(viewer: Viewer) -> bool:
    """The project team runs programmes; nobody else writes to them."""
    return viewer.is_project_team


def visible_to(viewer: Viewer) -> ProgrammeQuerySet:
    """Programmes that a viewer may open."""
    programmes: ProgrammeQuerySet = Programme.objects.all()
    return programmes if may_edit(viewer) else programmes.public()


def sessions_visible_to(viewer: Viewer) -> DatedEventQuerySet:
    """Sessions that a viewer may open: those of the programmes that they may open."""
    sessions: DatedEventQuerySet = Session.objects.all()
    if may_edit(viewer):
        return sessions
    return sessions.exclude(programme__status=Programme.Status.PREPARED)


def activities_visible_to(viewer: Viewer) -> DatedEventQuerySet:
    """Activities that a viewer may open; those of no programme are the project's."""
    activities: DatedEventQuerySet = Activity.objects.all()
    if may_edit(viewer):
        return activities
    hidden = Q(programme__status=Programme.Status.PREPARED)
    return activities.filter(Q(programme=None) | ~hidden)


def seat_holders() -> QuerySet[Any, Any]:
    """Keys of the persons who hold or held a seat: the project team reads their names."""
    return Holding.objects.values("person")
