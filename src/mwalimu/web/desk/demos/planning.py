"""The schedule of a session's demo slots: shown, planned, assessors named."""

from datetime import date, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.engine.scheduling import Hours
from mwalimu.programmes.models import DemoCriterion, Session
from mwalimu.programmes.operations.demos import (
    DemoRefused,
    name_for_all,
    plan_slots,
    swap_slots,
)
from mwalimu.programmes.queries.demos import (
    assessors_at,
    candidates_for,
    minutes_of,
    schedule_of,
    slot_at,
)
from mwalimu.programmes.queries.sessions.attendance import days_of, days_within
from mwalimu.web.desk.demos.forms import AssessorsForm, PlanForm, say_why
from mwalimu.web.desk.sessions.loaders import back_to, session_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting
from mwalimu.web.kit.tabs import session_tabs

FIRST, LAST, MINUTES, PAUSE = time(9), time(17), 45, 15


def show(
    request: Request, name: str, session: Session, *, status: int = 200, **more: Any
) -> HttpResponse:
    """A page of the session's workspace."""
    tabs = session_tabs(request, session.uuid)
    context = {"session": session, "tabs": tabs, **more}
    return render(request, f"desk/demos/{name}", context, status=status)


@open_to(TEAM)
@require_safe
def schedule(request: Request, uuid: UUID) -> HttpResponse:
    """The slots in their order, and who is in."""
    session = session_or_404(request, uuid)
    lines = schedule_of(session, request.viewer)
    return show(
        request,
        "schedule.html",
        session,
        lines=lines,
        any_complete=any(line.complete for line in lines),
        minutes=minutes_of(session, request.viewer),
        criteria=DemoCriterion.values,
    )


@open_to(TEAM)
def plan(request: Request, uuid: UUID) -> HttpResponse:
    """Generate slots for candidates."""
    session = session_or_404(request, uuid)
    starts = session.starts
    holdings = candidates_for(session, starts.first if starts else request.at.date())
    planned = {
        (line.slot.candidate_id, line.slot.topic_id)
        for line in schedule_of(session, request.viewer)
    }
    days = days_of([session.pk])[session.pk] or days_within(session)
    form = PlanForm(request.POST or None, initial=_initial(session, days))
    form.offer_from(holdings, days)
    form.initial["candidates"] = [
        key
        for key, row in form.holdings.items()
        if (row.person_id, row.seat.topic_id) not in planned
    ]
    if request.method == "POST" and form.is_valid() and _plan(request, session, form):
        return back_to("desk:demo_slots", session)
    status = 422 if form.errors else 200
    return show(
        request, "plan.html", session, form=form, status=status, days=days, who=holdings
    )


def _initial(session: Session, days: list[date]) -> dict[str, Any]:
    return {
        "days": [day.isoformat() for day in days],
        "starts": session.opens_at or FIRST,
        "ends": session.closes_at or LAST,
        "minutes": MINUTES,
        "pause": PAUSE,
        "order": "turn",
    }


def _plan(request: Request, session: Session, form: PlanForm) -> bool:
    data = form.cleaned_data
    hours = Hours(data["starts"], data["ends"], data["minutes"], data["pause"])
    try:
        made = plan_slots(
            session,
            candidates=form.chosen(),
            days=[date.fromisoformat(day) for day in data["days"]],
            hours=hours,
            room=data["room"],
            by=acting(request),
            at=request.at,
        )
    except DemoRefused as refused:
        say_why(form, refused)
        return False
    text = npgettext(
        "message",
        "%(count)d slot is planned.",
        "%(count)d slots are planned.",
        len(made),
    )
    messages.success(request, text % {"count": len(made)})
    return True


@open_to(TEAM)
def assessors(request: Request, uuid: UUID) -> HttpResponse:
    """Name the same assessors for every slot that is not scored yet."""
    session = session_or_404(request, uuid)
    form = AssessorsForm(request.POST or None)
    form.offer_people(assessors_at(request.at.date()))
    if request.method == "POST" and form.is_valid():
        try:
            named, left = name_for_all(
                session, people=form.chosen(), by=acting(request), at=request.at
            )
        except DemoRefused as refused:
            say_why(form, refused)
        else:
            _say_named(request, named, left)
            return back_to("desk:demo_slots", session)
    status = 422 if form.errors else 200
    title = pgettext("title", "Assessors of all slots")
    text = pgettext(
        "demo",
        "They score every slot that nobody has scored yet. Where one of them is of the"
        " WG member’s own administration, the others score.",
    )
    return show(
        request, "form.html", session, form=form, title=title, text=text, status=status
    )


def _say_named(request: Request, named: int, left: int) -> None:
    done = npgettext(
        "message",
        "%(count)d slot has its assessors.",
        "%(count)d slots have their assessors.",
        named,
    )
    messages.success(request, done % {"count": named})
    if left:
        lacking = npgettext(
            "message",
            "%(count)d slot lacks two assessors of other administrations.",
            "%(count)d slots lack two assessors of other administrations.",
            left,
        )
        messages.warning(request, lacking % {"count": left})


@open_to(TEAM)
@require_POST
def swap(request: Request, uuid: UUID) -> HttpResponse:
    """Let two WG members change places."""
    session = session_or_404(request, uuid)
    found = [_slot(request, request.POST.get(name, "")) for name in ("one", "other")]
    one, other = found
    if one is None or other is None or session.pk not in (one.session_id,):
        raise Http404
    try:
        swap_slots(one, other, by=acting(request), at=request.at)
    except DemoRefused as refused:
        messages.error(request, refused.message)
    return redirect("desk:demo_slots", uuid=uuid)


def _slot(request: Request, text: str) -> Any:
    try:
        return slot_at(request.viewer, UUID(text))
    except ValueError:
        return None
