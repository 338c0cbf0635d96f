"""The list of programmes, and what the project does besides them."""

from uuid import UUID

from django.db.models import Count, Prefetch

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Activity,
    Project,
    Session,
)
from mwalimu.programmes.permissions import (
    activities_visible_to,
    may_edit,
    sessions_visible_to,
    visible_to,
)
from mwalimu.programmes.querysets import DatedEventQuerySet, ProgrammeQuerySet


def programmes_for_list(viewer: Viewer) -> ProgrammeQuerySet:
    """Programmes with topics, regions, initiatives and Members, the newest first."""
    rows: ProgrammeQuerySet = (
        visible_to(viewer)
        .newest_first()
        .prefetch_related("topics", "regions", "initiatives", "memberships__member")
        .annotate(sessions_held=Count("sessions"))
    )
    return rows


def code_spelt(viewer: Viewer, code: str) -> str | None:
    """The code as it is written, of a programme that is asked for in other capitals."""
    rows = visible_to(viewer).filter(code__iexact=code)
    found: str | None = rows.values_list("code", flat=True).first()
    return found


def activities_of_projects(viewer: Viewer) -> DatedEventQuerySet:
    """What the projects did outside any programme, oldest first."""
    rows = activities_visible_to(viewer).filter(programme=None)
    return rows.select_related("project", "host").chronological()


def projects() -> list[Project]:
    """Every project, by code."""
    return list(Project.objects.order_by("code"))


def projects_with_programmes(viewer: Viewer) -> list[Project]:
    """Every project with the programmes that the viewer may open, and their cohorts.

    `programmes_here` of each; three queries.
    """
    shown = visible_to(viewer).newest_first().prefetch_related("cohorts")
    rows = Project.objects.order_by("code").prefetch_related(
        Prefetch("programmes", shown, to_attr="programmes_here")
    )
    return list(rows) if may_edit(viewer) else []


def project_at(viewer: Viewer, code: str) -> Project | None:
    """The project of a code, for whoever keeps projects."""
    rows = Project.objects.prefetch_related("partners").filter(code=code)
    return rows.first() if may_edit(viewer) else None


def session_at(viewer: Viewer, uuid: UUID) -> Session | None:
    """A session that the viewer may open."""
    rows = sessions_visible_to(viewer).select_related("programme__project", "host")
    found: Session | None = rows.filter(uuid=uuid).first()
    return found


def activity_at(viewer: Viewer, uuid: UUID) -> Activity | None:
    """An activity that the viewer may open."""
    rows = activities_visible_to(viewer)
    rows = rows.select_related("programme__project", "project", "host")
    found: Activity | None = rows.filter(uuid=uuid).first()
    return found
