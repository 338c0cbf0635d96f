"""What comes with a nomination: sent, read, taken away."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.operations import CallRefused, attach, detach
from mwalimu.web.desk.calls.answers import press
from mwalimu.web.desk.calls.forms import FileForm
from mwalimu.web.desk.calls.loaders import file_or_404, nomination_or_404
from mwalimu.web.desk.calls.names import shown
from mwalimu.web.desk.cohorts.loaders import OWN_PART
from mwalimu.web.kit.access import COORDINATORS, TEAM, open_to
from mwalimu.web.kit.downloads import send_file
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM, COORDINATORS)
@require_POST
def attachment(request: Request, uuid: UUID) -> HttpResponse:
    """Attach a file to a draft."""
    row = nomination_or_404(request, uuid)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        by, at = acting(request), request.at
        try:
            attach(row, stream=sent.file, name=sent.name, by=by, at=at)
        except CallRefused as refused:
            form.add_error("file" if refused.field == "file" else None, refused.message)
        else:
            done = pgettext("message", "The file is attached.")
            return press(request, row, lambda: None, done)
    context = shown(request, row) | {"file_form": form, "form": form}
    return render(request, "desk/calls/nomination.html", context, status=422)


@open_to(TEAM, OWN_PART)
@require_safe
def download(request: Request, uuid: UUID) -> HttpResponseBase:
    """A file that came with a nomination."""
    row = file_or_404(request, uuid)
    return send_file(row.file, row.name)


@open_to(TEAM, COORDINATORS)
@require_POST
def removal(request: Request, uuid: UUID) -> HttpResponse:
    """Take a file away from a draft."""
    row = file_or_404(request, uuid)
    done = pgettext("message", "The file is taken away.")
    by, at = acting(request), request.at
    return press(request, row.nomination, lambda: detach(row, by=by, at=at), done)
