"""The agenda and the papers of a session."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.models import AgendaItem, Session
from mwalimu.programmes.operations.sessions import (
    Item,
    add_paper,
    put_on_agenda,
    remove_paper,
    show_paper_to,
    take_off_agenda,
)
from mwalimu.programmes.queries.sessions.agenda import (
    agenda_of,
    item_at,
    paper_at,
    papers_for,
)
from mwalimu.web.desk.sessions.forms import ItemForm, PaperForm
from mwalimu.web.desk.sessions.loaders import WORKERS, sent, session_or_404, show
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.downloads import send_file
from mwalimu.web.kit.requests import Request, acting

HERE = "desk:session_agenda"


@open_to(WORKERS)
@require_safe
def agenda(request: Request, uuid: UUID) -> HttpResponse:
    """What is on, day by day, and the papers."""
    session = session_or_404(request, uuid)
    return show(
        request,
        "agenda.html",
        session,
        agenda=agenda_of(session),
        papers=papers_for(request.viewer, session),
    )


@open_to(TEAM)
def item_new(request: Request, uuid: UUID) -> HttpResponse:
    """Add a line to the agenda."""
    session = session_or_404(request, uuid)
    form = ItemForm(sent(request), initial={"day": request.GET.get("day", "")})
    return _put(request, session, form, None)


@open_to(TEAM)
def item_edit(request: Request, uuid: UUID, item: UUID) -> HttpResponse:
    """Change a line of the agenda."""
    session = session_or_404(request, uuid)
    row = _item(session, item)
    initial = {name: getattr(row, name) for name in ItemForm.base_fields}
    initial["day"] = row.day.day.isoformat()
    return _put(request, session, ItemForm(sent(request), initial=initial), row)


def _put(
    request: Request, session: Session, form: ItemForm, row: AgendaItem | None
) -> HttpResponse:
    days = {day.day.isoformat(): day for day in session.days.all()}
    form.offer_days([day.day for day in days.values()])

    def do(data: dict[str, Any]) -> object:
        item = Item(**{**data, "day": days[data["day"]]})
        by = acting(request)
        return put_on_agenda(session, item, row=row, by=by, at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Line of the agenda"),
        said=pgettext("message", "The agenda is changed."),
        back=HERE,
    )


def _item(session: Session, uuid: UUID) -> AgendaItem:
    row = item_at(session, uuid)
    if row is None:
        raise Http404
    return row


@open_to(TEAM)
@require_POST
def item_remove(request: Request, uuid: UUID, item: UUID) -> HttpResponse:
    """Take a line off the agenda."""
    session = session_or_404(request, uuid)
    row = _item(session, item)

    def do() -> None:
        take_off_agenda(row, by=acting(request), at=request.at)

    said = pgettext("message", "The agenda is changed.")
    return step(request, session, do, said, HERE)


@open_to(TEAM)
def paper_new(request: Request, uuid: UUID) -> HttpResponse:
    """Add a paper."""
    session = session_or_404(request, uuid)
    form = PaperForm(sent(request), request.FILES or None)

    def do(data: dict[str, Any]) -> object:
        file = data.pop("file")
        by = acting(request)
        return add_paper(
            session, file.file, name=file.name, **data, by=by, at=request.at
        )

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Add a paper"),
        said=pgettext("message", "The paper is added."),
        back=HERE,
    )


@open_to(WORKERS)
@require_safe
def paper(request: Request, uuid: UUID, paper: UUID) -> HttpResponseBase:
    """Download a paper."""
    found = paper_at(request.viewer, session_or_404(request, uuid), paper)
    if found is None:
        raise Http404
    return send_file(found.file, found.name)


@open_to(TEAM)
@require_POST
def paper_change(request: Request, uuid: UUID, paper: UUID) -> HttpResponse:
    """Open a paper to the participants, close it, or take it away."""
    session = session_or_404(request, uuid)
    found = paper_at(request.viewer, session, paper)
    if found is None:
        raise Http404

    def do() -> None:
        by, at = acting(request), request.at
        if "remove" in request.POST:
            remove_paper(found, by=by, at=at)
        else:
            seen_by = request.POST.get("seen_by", "")
            show_paper_to(found, seen_by=seen_by, by=by, at=at)

    said = pgettext("message", "The papers are changed.")
    return step(request, session, do, said, HERE)
