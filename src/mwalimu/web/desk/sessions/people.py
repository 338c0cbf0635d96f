"""The people of a session: who is expected, and guests."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.operations.sessions import (
    SessionRefused,
    add_guest,
    remove_guest,
)
from mwalimu.programmes.queries.sessions.attendance import attendance_grid
from mwalimu.programmes.queries.sessions.expected import guest_at
from mwalimu.web.desk.sessions.forms import GuestForm
from mwalimu.web.desk.sessions.loaders import (
    WORKERS,
    back_to,
    say_refused,
    sent,
    session_or_404,
    show,
)
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(WORKERS)
@require_safe
def people(request: Request, uuid: UUID) -> HttpResponse:
    """Who is expected, with what they attended."""
    session = session_or_404(request, uuid)
    grid = attendance_grid(request.viewer, session)
    return show(request, "people.html", session, grid=grid)


@open_to(TEAM)
def guest_new(request: Request, uuid: UUID) -> HttpResponse:
    """Somebody sits in without a seat."""
    session = session_or_404(request, uuid)
    form = GuestForm(request.viewer, sent(request))
    if request.method == "POST" and form.is_valid():
        data, by = form.cleaned_data, acting(request)
        try:
            add_guest(session, **data, by=by, at=request.at)
        except SessionRefused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, pgettext("message", "The guest is added."))
            return back_to("desk:session_people", session)
    status = 422 if form.is_bound else 200
    title = pgettext("title", "Add a guest")
    return show(request, "form.html", session, form=form, title=title, status=status)


@open_to(TEAM)
@require_POST
def guest_remove(request: Request, uuid: UUID, person: UUID) -> HttpResponse:
    """The guest does not come after all."""
    session = session_or_404(request, uuid)
    guest = guest_at(session, person)
    if guest is None:
        raise Http404
    try:
        remove_guest(guest, by=acting(request), at=request.at)
    except SessionRefused as refused:
        say_refused(request, refused)
    else:
        messages.success(request, pgettext("message", "The guest is taken off."))
    return back_to("desk:session_people", session)
