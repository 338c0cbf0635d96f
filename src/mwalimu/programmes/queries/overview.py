"""What first pages show of all programmes at once."""

from datetime import date

from django.db.models import QuerySet

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Membership, Programme, Session
from mwalimu.programmes.querysets import DatedEventQuerySet
from mwalimu.reference.models import Member


def sessions_for(viewer: Viewer) -> DatedEventQuerySet:
    """Sessions of the programmes that the viewer may open, each with its programme.

    Those that were called off are left out.
    """
    held = Session.objects.filter(cancelled_at=None)
    rows: DatedEventQuerySet = held.select_related("programme", "host")
    if viewer.is_project_team:
        return rows
    return rows.exclude(programme__status=Programme.Status.PREPARED)


def latest_sessions(viewer: Viewer, on: date, most: int = 5) -> list[Session]:
    """The sessions that ended last before a day, newest first."""
    rows = sessions_for(viewer).finished_before(on).filter(starts_on__isnull=False)
    return list(rows.order_by("-starts_on", "-pk")[:most])


def next_sessions(viewer: Viewer, on: date, most: int = 5) -> list[Session]:
    """The sessions that start on a day or later, the nearest first."""
    return list(sessions_for(viewer).from_day(on).chronological()[:most])


def participating_members(viewer: Viewer) -> QuerySet[Member]:
    """Members that take or took part in a programme that the viewer may open."""
    rows = Membership.objects.all()
    if not viewer.is_project_team:
        rows = rows.exclude(programme__status=Programme.Status.PREPARED)
    return Member.objects.filter(pk__in=rows.values("member"))
