"""The requirements of a draft: added, changed, moved, taken out."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.qualification.models import RequirementLine
from mwalimu.qualification.operations import (
    QualificationRefused,
    add_line,
    edit_line,
    move_line,
    remove_line,
)
from mwalimu.web.desk.standards.editing import page_of
from mwalimu.web.desk.standards.forms import LineForm
from mwalimu.web.desk.standards.loaders import answer, edition_or_404, line_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
def new(request: Request, code: str, number: int, kind: str) -> HttpResponse:
    """A requirement of that kind of evidence, at the end."""
    if kind not in RequirementLine.Kind.values:
        raise Http404
    edition = edition_or_404(request, code, number)
    form = LineForm(kind, request.POST or None)

    def do(_data: dict[str, Any]) -> None:
        add_line(edition, facts=form.facts({}), by=acting(request), at=request.at)

    title = pgettext("title", "New requirement: %(kind)s") % {
        "kind": RequirementLine.Kind(kind).label
    }
    return answer(
        request, form, do, lambda: page_of(edition), title=title, edition=edition
    )


@open_to(TEAM)
def edit(request: Request, code: str, number: int, line: str) -> HttpResponse:
    """Change a requirement."""
    edition = edition_or_404(request, code, number)
    row = line_or_404(edition, line)
    form = LineForm(row.kind, request.POST or None, initial=LineForm.said_by(row))

    def do(_data: dict[str, Any]) -> None:
        edit_line(row, facts=form.facts(row.names), by=acting(request), at=request.at)

    title = pgettext("title", "Requirement %(code)s") % {"code": row.code}
    return answer(
        request, form, do, lambda: page_of(edition), title=title, edition=edition
    )


@open_to(TEAM)
@require_POST
def move(request: Request, code: str, number: int, line: str) -> HttpResponse:
    """One place up or down."""
    edition = edition_or_404(request, code, number)
    row = line_or_404(edition, line)
    up = request.POST.get("to") == "up"
    try:
        move_line(row, up=up, by=acting(request), at=request.at)
    except QualificationRefused as refused:
        messages.error(request, refused.message)
    return redirect(f"{page_of(edition)}#{row.code}")


@open_to(TEAM)
@require_POST
def remove(request: Request, code: str, number: int, line: str) -> HttpResponse:
    """Take a requirement out."""
    edition = edition_or_404(request, code, number)
    row = line_or_404(edition, line)
    try:
        remove_line(row, by=acting(request), at=request.at)
    except QualificationRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, pgettext("message", "The requirement is taken out."))
    return redirect(page_of(edition))
