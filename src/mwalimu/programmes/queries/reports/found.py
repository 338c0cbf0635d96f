"""The versions of a report, and which of them name somebody."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Attendance,
    Holding,
    ReportClearance,
    Session,
    SessionExpert,
    SessionGuest,
    SessionReport,
)
from mwalimu.programmes.permissions import reports_visible_to
from mwalimu.programmes.querysets import SessionReportQuerySet
from mwalimu.reference.models import Member, Partner
from mwalimu.reference.queries import partners


def reports_of(viewer: Viewer, session: Session) -> list[SessionReport]:
    """The versions that the viewer may read, the newest first, with their clearances.
    Two queries.
    """
    rows = reports_visible_to(viewer).marked().filter(session=session)
    asked = ReportClearance.objects.select_related("partner", "member")
    rows = rows.select_related("file").prefetch_related(Prefetch("clearances", asked))
    return list(rows.order_by("-created_at", "-pk"))


def report_at(viewer: Viewer, session: Session, uuid: UUID) -> SessionReport | None:
    """A version that the viewer may read."""
    rows = reports_visible_to(viewer).filter(session=session, uuid=uuid)
    found: SessionReport | None = rows.select_related(
        "session__host", "session__programme", "file"
    ).first()
    return found


def clearance_at(
    viewer: Viewer, session: Session, uuid: UUID
) -> ReportClearance | None:
    """An answer to a version that the viewer may read."""
    reports = reports_visible_to(viewer).filter(session=session)
    rows = ReportClearance.objects.filter(report__in=reports, uuid=uuid)
    return rows.select_related("report__session__host", "partner", "member").first()


def parties_of(session: Session) -> tuple[list[Partner], Member | None]:
    """Who may be asked to clear: the partners, those of the session first, and the host."""
    own = set(session.partners.values_list("pk", flat=True))
    rows = sorted(partners(), key=lambda row: (row.pk not in own, row.code))
    return rows, session.host


def reports_naming(person: Person) -> SessionReportQuerySet:
    """Versions whose file may name a person: as an expert any, as a participant those
    with names.
    """
    expert = SessionExpert.objects.filter(person=person).values("session")
    guest = SessionGuest.objects.filter(person=person).values("session")
    there = Attendance.objects.filter(person=person).values("day__session")
    held = Holding.objects.filter(person=person).values("seat__cohort")
    served = Session.cohorts.through.objects.filter(cohort__in=held).values("session")
    took_part = Q(session__in=guest) | Q(session__in=there) | Q(session__in=served)
    rows: SessionReportQuerySet = SessionReport.objects.exclude(file=None)
    return rows.filter(Q(session__in=expert) | Q(with_names=True) & took_part)


def reports_held(person: Person) -> list[dict[str, Any]]:
    """The versions that may name a person, for themselves, as plain data."""
    return [
        {
            "session": str(row.session.uuid),
            "language": row.language,
            "version": row.number,
            "state": row.state,
            "created_at": row.created_at.isoformat(),
        }
        for row in reports_naming(person).select_related("session").order_by("pk")
    ]


def reports_over(at: datetime) -> SessionReportQuerySet:
    """Versions made before an instant whose file is still kept."""
    rows: SessionReportQuerySet = SessionReport.objects.exclude(file=None)
    return rows.filter(created_at__lt=at)
