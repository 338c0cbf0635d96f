"""Tabs: the pages of one cohort or one session. A tab shows where its page may be read."""

from dataclasses import replace
from typing import Any

from django.utils.translation import pgettext_lazy

from mwalimu.web.kit.navigation import Label, Link, links_to
from mwalimu.web.kit.requests import Request

COHORT_TABS: tuple[tuple[str, Label], ...] = (
    ("desk:cohort", pgettext_lazy("tab", "Overview")),
    ("desk:calls", pgettext_lazy("tab", "Calls")),
    ("desk:cohort_seats", pgettext_lazy("tab", "Seats")),
    ("desk:assignments", pgettext_lazy("tab", "Assignments")),
    ("desk:cohort_work_plan", pgettext_lazy("tab", "Work plan")),
    ("desk:board", pgettext_lazy("tab", "Board")),
    ("desk:decisions", pgettext_lazy("tab", "Decisions")),
    ("desk:cohort_letters", pgettext_lazy("tab", "Letters")),
)
SESSION_TABS: tuple[tuple[str, Label], ...] = (
    ("desk:session", pgettext_lazy("tab", "Overview")),
    ("desk:session_agenda", pgettext_lazy("tab", "Agenda")),
    ("desk:session_people", pgettext_lazy("tab", "Participants")),
    ("desk:session_letters", pgettext_lazy("tab", "Letters")),
    ("desk:session_logistics", pgettext_lazy("tab", "Logistics")),
    ("desk:session_attendance", pgettext_lazy("tab", "Attendance")),
    ("desk:session_outputs", pgettext_lazy("tab", "Outputs")),
    ("desk:demo_slots", pgettext_lazy("tab", "Demo slots")),
    ("desk:session_evaluation", pgettext_lazy("tab", "Evaluation")),
    ("desk:session_report", pgettext_lazy("tab", "Report")),
)


def cohort_tabs(request: Request, code: str) -> list[Link]:
    """The pages of a cohort that the viewer may read."""
    return _tabs(COHORT_TABS, request, code=code)


def session_tabs(request: Request, uuid: Any) -> list[Link]:
    """The pages of a session that the viewer may read."""
    return _tabs(SESSION_TABS, request, uuid=uuid)


def _tabs(
    entries: tuple[tuple[str, Label], ...], request: Request, **kwargs: Any
) -> list[Link]:
    found = links_to(entries, request.path, request.viewer, kwargs)
    inside = [tab for tab in found if request.path.startswith(tab.url)]
    nearest = max(inside, key=lambda tab: len(tab.url), default=None)
    return [_inside(tab) if tab == nearest else tab for tab in found]


def _inside(tab: Link) -> Link:
    """A page below a tab marks that tab, where the page is not the tab itself."""
    return tab if tab.current else replace(tab, current="true")
