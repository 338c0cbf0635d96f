"""The minutes of a panel: drafted, closed, signed, corrected."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_POST

from mwalimu.programmes.models import DemoCriterion, PanelMinutes
from mwalimu.programmes.operations.demos import (
    DemoRefused,
    close_minutes,
    correct_minutes,
    draft_minutes,
    drop_minutes,
    reopen_minutes,
    write_minutes,
)
from mwalimu.programmes.queries.demos import hash_of, panel_choices, talk_of
from mwalimu.web.desk.demos.planning import show
from mwalimu.web.desk.demos.talk import TalkForm, initial_of
from mwalimu.web.desk.sessions.loaders import session_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.demos import minutes as kit
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
@require_POST
def begin(request: Request, uuid: UUID) -> HttpResponse:
    """Begin minutes in the language that was chosen."""
    session = session_or_404(request, uuid)
    language = request.POST.get("language") or get_language() or "en"
    try:
        row = draft_minutes(
            session, language=language, by=acting(request), at=request.at
        )
    except DemoRefused as refused:
        messages.error(request, refused.message)
        return redirect("desk:demo_slots", uuid=uuid)
    return redirect("desk:panel_minutes", uuid=row.uuid)


@open_to(TEAM)
def page(request: Request, uuid: UUID) -> HttpResponse:
    """The draft to write, or what was closed and who has signed."""
    row = kit.minutes_or_404(request, uuid)
    if row.closed_at and request.method == "POST":
        messages.error(request, pgettext("message", "Closed minutes never change."))
        return redirect("desk:panel_minutes", uuid=uuid)
    return _closed(request, row) if row.closed_at else _draft(request, row)


def _closed(request: Request, row: PanelMinutes) -> HttpResponse:
    panel = list(row.panel.select_related("person"))
    return show(
        request,
        "minutes.html",
        row.session,
        minutes=row,
        results=row.results.select_related("candidate", "topic"),
        panel=panel,
        criteria=DemoCriterion.values,
        intact=hash_of(row) == row.content_hash,
        seat=kit.seat_of(request, row),
        nobody_signed=not any(each.signed_at for each in panel),
        all_signed=all(each.signed_at for each in panel),
    )


def _draft(request: Request, row: PanelMinutes) -> HttpResponse:
    candidates = talk_of(row.session, request.viewer)
    form = TalkForm(
        request.POST or None,
        initial=initial_of(row, candidates),
        candidates=candidates,
        people=panel_choices(request.at.date()),
    )
    if request.method == "POST" and form.is_valid() and _write(request, row, form):
        return redirect("desk:panel_minutes", uuid=row.uuid)
    return show(
        request,
        "talk.html",
        row.session,
        minutes=row,
        form=form,
        written=row.results.exists(),
        criteria=DemoCriterion.values,
        status=422 if form.errors else 200,
    )


def _write(request: Request, row: PanelMinutes, form: TalkForm) -> bool:
    try:
        write_minutes(
            row,
            text=form.cleaned_data["text"],
            results=form.results(),
            panel=form.panel(),
            by=acting(request),
            at=request.at,
        )
    except DemoRefused as refused:
        field = "text" if refused.field == "text" else None
        form.add_error(field, refused.message)
        return False
    messages.success(request, pgettext("message", "The draft is stored."))
    return True


def _step(
    request: Request, uuid: UUID, step: Callable[..., Any], done: str
) -> PanelMinutes | None:
    """Do it and say so, or say why not; the minutes that came of it."""
    row = kit.minutes_or_404(request, uuid)
    try:
        found = step(row, by=acting(request), at=request.at)
    except DemoRefused as refused:
        messages.error(request, refused.message)
        return None
    messages.success(request, done)
    return found if isinstance(found, PanelMinutes) else row


@open_to(TEAM)
@require_POST
def close(request: Request, uuid: UUID) -> HttpResponse:
    """Fix the text for signing."""
    done = pgettext("message", "The minutes are closed: the panel can sign them.")
    _step(request, uuid, close_minutes, done)
    return redirect("desk:panel_minutes", uuid=uuid)


@open_to(TEAM)
@require_POST
def reopen(request: Request, uuid: UUID) -> HttpResponse:
    """Make a draft of them again."""
    _step(request, uuid, reopen_minutes, pgettext("message", "It is a draft again."))
    return redirect("desk:panel_minutes", uuid=uuid)


@open_to(TEAM)
@require_POST
def drop(request: Request, uuid: UUID) -> HttpResponse:
    """Drop a draft."""
    session = kit.minutes_or_404(request, uuid).session.uuid
    done = pgettext("message", "The draft is gone.")
    if _step(request, uuid, drop_minutes, done) is None:
        return redirect("desk:panel_minutes", uuid=uuid)
    return redirect("desk:demo_slots", uuid=session)


@open_to(TEAM)
@require_POST
def correct(request: Request, uuid: UUID) -> HttpResponse:
    """Begin minutes that correct these."""
    done = pgettext("message", "These minutes correct the signed ones, which stay.")
    new = _step(request, uuid, correct_minutes, done)
    return redirect("desk:panel_minutes", uuid=new.uuid if new else uuid)


@open_to(TEAM)
@require_POST
def sign(request: Request, uuid: UUID) -> HttpResponse:
    """Sign them, as a member of the panel."""
    kit.sign(request, kit.minutes_or_404(request, uuid))
    return redirect("desk:panel_minutes", uuid=uuid)
