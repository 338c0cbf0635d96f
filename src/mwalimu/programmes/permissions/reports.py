"""Who reads the report of a session, and who says that it is cleared."""

from mwalimu.people.models import Role
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import ReportClearance, SessionReport
from mwalimu.programmes.permissions.programmes import may_edit
from mwalimu.programmes.querysets import SessionReportQuerySet


def reports_visible_to(viewer: Viewer) -> SessionReportQuerySet:
    """Versions that a viewer may read: the project team all; host organisers those that
    their Member was asked to clear.
    """
    rows: SessionReportQuerySet = SessionReport.objects.all()
    if may_edit(viewer):
        return rows
    hosted = viewer.members_as(Role.HOST_ORGANISER)
    asked = ReportClearance.objects.filter(member__in=hosted)
    return rows.sent().filter(pk__in=asked.values("report"))


def may_answer_clearance(viewer: Viewer, row: ReportClearance) -> bool:
    """Who puts an answer on record: the host for itself, the project team for all."""
    return may_edit(viewer) or row.member_id in viewer.members_as(Role.HOST_ORGANISER)
