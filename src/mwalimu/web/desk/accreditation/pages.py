"""One path: where it stands, what comes next, its history; documents."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.qualification.engine.accreditation import (
    FINAL,
    HELD,
    StepKind,
    Waiting,
)
from mwalimu.qualification.models import Accreditation
from mwalimu.qualification.permissions import persons_visible_to, sees_path
from mwalimu.qualification.queries.accreditation.board import card_of
from mwalimu.qualification.queries.accreditation.found import (
    assessments_of,
    paper_at,
)
from mwalimu.qualification.queries.accreditation.waiting import (
    assessors_lacking,
    current_missions,
)
from mwalimu.qualification.queries.accreditation.wording import (
    WAITS,
    history_shown,
    state_code,
    state_words,
)
from mwalimu.web.desk.accreditation.loaders import may_lead, path_or_404
from mwalimu.web.kit.access import SIGNED_IN, TEAM, open_to
from mwalimu.web.kit.downloads import send_file
from mwalimu.web.kit.requests import Request


@open_to(SIGNED_IN)
@require_safe
def path(request: Request, uuid: UUID) -> HttpResponse:
    """What a path is today, how it came to be so, and what may be done about it."""
    row, viewer = path_or_404(request, uuid), request.viewer
    inside, leads = sees_path(viewer, row), may_lead(request, row)
    events = history_shown(row, viewer)
    standing = [e for e in events if not hasattr(e, "undone_by")]
    last = next((e for e in standing if e.kind != StepKind.TAKEN_BACK), None)
    context = {
        "row": row,
        "words": state_words(row, viewer),
        "code": state_code(row) if inside else "plain",
        "card": card_of(row, request.at.date()),
        "waits": WAITS,
        "events": events,
        "inside": inside,
        "leads": leads,
        "assessments": assessments_of(row, viewer),
        "last": last if leads and last and last.kind not in FINAL else None,
        "opens_person": persons_visible_to(viewer).filter(pk=row.person_id).exists(),
        "own": row.person_id == viewer.person_id,
        **_acts(row, leads),
        **_mission(request, row),
    }
    return render(request, "desk/accreditation/path.html", context)


def _acts(row: Accreditation, leads: bool) -> dict[str, Any]:
    """What the viewer may do besides the next step."""
    runs = leads and row.closed_on is None
    held = runs and row.phase in HELD
    return {
        "may_end": runs,
        "may_suspend": held and not row.suspended_on,
        "may_resume": runs and row.suspended_on,
        "may_convert": held and not row.suspended_on,
    }


def _mission(request: Request, row: Accreditation) -> dict[str, Any]:
    """The mission that is arranged, and who has not assessed it yet."""
    if row.phase != "mission" or row.booked_until is None:
        return {"mission": None}
    mission = current_missions([row.pk]).get(row.pk)
    if mission is None:
        return {"mission": None}
    card = card_of(row, request.at.date())
    return {
        "mission": mission,
        "lacking": assessors_lacking([mission])[mission.pk],
        "over": card.waiting in (Waiting.ASSESSMENT, Waiting.CONCLUSION),
    }


@open_to(TEAM)
@require_safe
def paper(request: Request, uuid: UUID) -> HttpResponseBase:
    """A document on which a step rests."""
    found = paper_at(request.viewer, uuid)
    if found is None:
        raise Http404
    return send_file(found.file, found.name)
