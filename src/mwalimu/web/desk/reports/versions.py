"""Making versions, sending them out of the house, throwing a draft away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.operations.reports import (
    drop_version,
    make_version,
    upload_version,
)
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.web.desk.reports.forms import DraftForm, UploadForm
from mwalimu.web.desk.reports.loaders import (
    READERS,
    report_session_or_404,
    version_or_404,
)
from mwalimu.web.desk.reports.pages import page
from mwalimu.web.desk.sessions.loaders import back_to
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.downloads import send_file
from mwalimu.web.kit.requests import Request, acting

HERE = "desk:session_report"


@open_to(TEAM)
@require_POST
def draft(request: Request, uuid: UUID) -> HttpResponse:
    """A draft from the records as they are now."""
    session = report_session_or_404(request, uuid)
    form = DraftForm(request.POST)
    if form.is_valid():
        try:
            make_version(
                session, **form.cleaned_data, by=acting(request), at=request.at
            )
        except SessionRefused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, pgettext("message", "The draft is made."))
            return back_to(HERE, session)
    return page(request, session, form, status=422)


@open_to(TEAM)
def upload(request: Request, uuid: UUID) -> HttpResponse:
    """The team's own file becomes the next version."""
    session = report_session_or_404(request, uuid)
    posted = request.method == "POST"
    form = UploadForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        initial={"language": session.language if session.language == "fr" else "en"},
    )

    def do(data: dict[str, Any]) -> object:
        sent = data.pop("file")
        return upload_version(
            session,
            sent.file,
            name=sent.name,
            **data,
            by=acting(request),
            at=request.at,
        )

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Keep your own file as the next version"),
        said=pgettext("message", "The version is kept."),
        back=HERE,
    )


@open_to(READERS)
@require_safe
def file(request: Request, uuid: UUID, version: UUID) -> HttpResponseBase:
    """The Word file of a version."""
    row = version_or_404(request, uuid, version)
    if row.file is None:
        raise Http404
    day = row.session.starts or row.session.uuid
    return send_file(row.file, f"report-{day}-{row.language}-{row.number}.docx")


@open_to(TEAM)
@require_POST
def drop(request: Request, uuid: UUID, version: UUID) -> HttpResponse:
    """A draft that nobody received."""
    row = version_or_404(request, uuid, version)
    return step(
        request,
        row.session,
        lambda: drop_version(row, by=acting(request), at=request.at),
        pgettext("message", "The draft is gone."),
        HERE,
    )
