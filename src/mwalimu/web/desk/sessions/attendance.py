"""Attendance: a screen for the phone in the meeting room, and a grid for the desk."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.sessions import (
    Mark,
    SessionRefused,
    take_attendance,
)
from mwalimu.programmes.permissions import may_take_attendance
from mwalimu.programmes.queries.sessions.attendance import attendance_grid, today_at
from mwalimu.web.desk.sessions.loaders import (
    TAKERS,
    WORKERS,
    back_to,
    session_or_404,
    show,
    taken_or_404,
)
from mwalimu.web.desk.sessions.roll import OTHERS, Presence, Roll, read_mark, roll_of
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.requests import Request, acting

LONGEST_SEARCH = 60


@open_to(WORKERS)
@require_safe
def attendance(request: Request, uuid: UUID) -> HttpResponse:
    """One day for those who take attendance; what is written for everybody else."""
    session = session_or_404(request, uuid)
    if not may_take_attendance(request.viewer, session):
        grid = attendance_grid(request.viewer, session)
        return show(request, "grid.html", session, grid=grid)
    asked = request.GET.get("day", "")
    grid, roll = roll_of(request.viewer, session, asked, request.at)
    if roll is None:
        return show(request, "no_days.html", session)
    text = request.GET.get("q", "")[:LONGEST_SEARCH]
    return show(
        request,
        "roll.html",
        session,
        roll=roll,
        grid=grid,
        q=text,
        lines=roll.named(text) if text else roll.lines,
        **_states(session, roll, request),
        undo=_undo(roll, request.GET.get("undo", "")),
    )


def _states(session: Session, roll: Roll, request: Request) -> dict[str, Any]:
    """What the rows of the roll need besides the row."""
    return {
        "present": Presence.PRESENT.label,
        "others": [(state.value, state.label) for state in OTHERS],
        "open_day": roll.day.day <= today_at(session, request.at)
        and not session.is_cancelled,
    }


def _undo(roll: Roll, text: str) -> dict[str, Any] | None:
    """What takes the last tap back: the person, and what stood there before."""
    found = read_mark(text)
    line = roll.line(found[0]) if found else None
    if found is None or line is None:
        return None
    return {"line": line, "mark": f"{line.uuid}:{found[1]}"}


@open_to(TAKERS)
@require_POST
def take(request: Request, uuid: UUID) -> HttpResponse:
    """Write one tap. The answer is the row, the count and the way back."""
    session = taken_or_404(request, uuid)
    _, roll = roll_of(request.viewer, session, request.GET.get("day", ""), request.at)
    read = read_mark(request.POST.get("mark", ""))
    line = roll.line(read[0]) if roll and read else None
    if roll is None or read is None or line is None:
        raise Http404
    mark = Mark(line.participant.person, read[1])
    problem = ""
    try:
        take_attendance(roll.day, marks=[mark], by=acting(request), at=request.at)
    except SessionRefused as refused:
        problem = refused.message
    if not request.headers.get("HX-Request"):
        return _after_tap(request, session, roll, line.uuid, line.presence, problem)
    return _row(request, session, roll, line.uuid, line.presence, problem)


def _after_tap(
    request: Request,
    session: Session,
    roll: Roll,
    person: UUID,
    before: str,
    problem: str,
) -> HttpResponse:
    """Back to the row that was tapped, for browsers without JavaScript."""
    query = {"day": roll.day.day.isoformat()}
    if problem:
        messages.error(request, problem)
    else:
        query["undo"] = f"{person}:{before}"
    url = reverse("desk:session_attendance", kwargs={"uuid": session.uuid})
    return redirect(f"{url}?{urlencode(query)}#p-{person}")


def _row(
    request: Request,
    session: Session,
    roll: Roll,
    person: UUID,
    before: str,
    problem: str,
) -> HttpResponse:
    """The row as it stands now, with what changed around it."""
    day = roll.day.day.isoformat()
    _, now = roll_of(request.viewer, session, day, request.at)
    line = now.line(person) if now else None
    if now is None or line is None:
        raise Http404
    context = {
        "session": session,
        "roll": now,
        "line": line,
        "problem": problem,
        "undo": None if problem else _undo(now, f"{person}:{before}"),
        "part": True,
        **_states(session, now, request),
    }
    status = 422 if problem else 200
    answer = render(request, "desk/sessions/roll_answer.html", context, status=status)
    answer.headers["X-Roll"] = "1"  # tells the page that this is no sign-in page
    return answer


@open_to(WORKERS)
def grid(request: Request, uuid: UUID) -> HttpResponse:
    """Everybody and every day; one day of it open for writing."""
    session = session_or_404(request, uuid)
    takes = may_take_attendance(request.viewer, session)
    if request.method == "POST":
        if not takes:
            raise Http404
        return _save_day(request, session)
    found, roll = roll_of(
        request.viewer, session, request.GET.get("day", ""), request.at
    )
    opened = roll if takes and "day" in request.GET and roll else None
    more = _states(session, opened, request) if opened else {}
    return show(
        request, "grid.html", session, grid=found, opened=opened, states=_all(), **more
    )


def _all() -> list[tuple[str, Any]]:
    nothing = ("", pgettext("presence", "nothing written"))
    return [nothing, *Presence.choices]


def _save_day(request: Request, session: Session) -> HttpResponse:
    """Write a whole day in one operation."""
    day = request.GET.get("day", "")
    _, roll = roll_of(request.viewer, session, day, request.at)
    if roll is None or roll.day.day.isoformat() != day:
        raise Http404
    sent = request.POST
    marks = [
        Mark(
            line.participant.person,
            sent[f"presence-{line.uuid}"],
            sent.get(f"note-{line.uuid}", "").strip(),
        )
        for line in roll.lines
        if f"presence-{line.uuid}" in sent
    ]
    try:
        count = take_attendance(
            roll.day, marks=marks, by=acting(request), at=request.at
        )
    except SessionRefused as refused:
        return show(
            request,
            "grid.html",
            session,
            grid=roll.grid,
            opened=roll,
            states=_all(),
            problem=refused.message,
            sent=sent,
            status=422,
            **_states(session, roll, request),
        )
    text = npgettext(
        "message",
        "%(count)d entry was written.",
        "%(count)d entries were written.",
        count,
    )
    messages.success(request, text % {"count": count})
    return back_to("desk:session_grid", session)
