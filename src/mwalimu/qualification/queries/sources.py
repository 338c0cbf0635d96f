"""The rows behind a verdict, each as far as the viewer may open it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import PanelMinutes, Submission
from mwalimu.programmes.permissions import sessions_visible_to
from mwalimu.programmes.permissions.sessions import own_sessions, workspaces_visible_to
from mwalimu.qualification.engine import Kind, State, Verdict
from mwalimu.qualification.models import WaiverRow
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.trainings.models import Training
from mwalimu.trainings.permissions import visible_to


@dataclass(frozen=True)
class Source:
    """One row of evidence. `opens`: whether the viewer may go there."""

    what: str  # session, submission, minutes, training, waiver
    uuid: UUID
    names: Mapping[str, str]
    starts: PartialDate | None
    ends: PartialDate | None = None
    version: int | None = None
    about: UUID | None = None  # of a submission: its assignment
    opens: bool = True


def sources_of(verdict: Verdict, viewer: Viewer) -> list[Source]:
    """The rows on which a verdict stands, the oldest first (one query)."""
    if not verdict.rows:
        return []
    if verdict.state == State.WAIVED:
        return _waivers(verdict.rows)
    find = SOURCES.get(verdict.requirement.kind)
    return find(verdict.rows, viewer) if find else []


def _on(at: datetime | None) -> tuple[PartialDate | None, PartialDate | None]:
    """First and last day of what happened at once."""
    day = PartialDate(at.date(), Precision.DAY) if at else None
    return day, day


def _waivers(rows: Iterable[str]) -> list[Source]:
    found = WaiverRow.objects.filter(uuid__in=rows)
    return [
        Source("waiver", row.uuid, {}, *_on(row.given_at), opens=False) for row in found
    ]


def _sessions(rows: Iterable[str], viewer: Viewer) -> list[Source]:
    """A session opens for those who work at it, and for those who were to attend it."""
    opened = workspaces_visible_to(viewer).order_by().values("pk")
    attended = own_sessions(viewer).order_by().values("pk")
    found = sessions_visible_to(viewer).filter(uuid__in=rows).chronological()
    return [
        Source(
            "session", row.uuid, row.title, row.starts, row.ends, opens=bool(row.opens)
        )
        for row in found.annotate(
            opens=ExpressionWrapper(
                Q(pk__in=opened) | Q(pk__in=attended), output_field=BooleanField()
            )
        )
    ]


def _submissions(rows: Iterable[str], _viewer: Viewer) -> list[Source]:
    found: Any = Submission.objects.filter(uuid__in=rows).select_related("assignment")
    return [
        Source(
            "submission",
            row.uuid,
            row.assignment.titles,
            *_on(row.handed_in_at),
            version=row.version,
            about=row.assignment.uuid,
        )
        for row in found.order_by("handed_in_at")
    ]


def _minutes(rows: Iterable[str], viewer: Viewer) -> list[Source]:
    """The minutes hold the scores of everybody: the project team opens them."""
    found = PanelMinutes.objects.filter(uuid__in=rows).select_related("session")
    return [
        Source(
            "minutes",
            row.uuid,
            row.session.title,
            *_on(row.closed_at),
            opens=viewer.is_project_team,
        )
        for row in found.order_by("closed_at")
    ]


def _trainings(rows: Iterable[str], viewer: Viewer) -> list[Source]:
    found: Any = Training.objects.counted().filter(uuid__in=rows)
    open_to: set[UUID] = set(
        visible_to(viewer).filter(uuid__in=rows).values_list("uuid", flat=True)
    )
    return [
        Source(
            "training",
            row.uuid,
            {row.language or "en": row.title} if row.uuid in open_to else {},
            row.starts,
            row.ends,
            opens=row.uuid in open_to,
        )
        for row in found.order_by("starts_on")
    ]


SOURCES: dict[Kind, Callable[[Iterable[str], Viewer], list[Source]]] = {
    Kind.ATTENDANCE: _sessions,
    Kind.ASSIGNMENT: _submissions,
    Kind.DEMO: _minutes,
    Kind.TRAINING: _trainings,
}
