"""/work/: the files of what was handed in, for whoever may read it."""

from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from mwalimu.programmes.queries.assignments import file_at
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.downloads import send_file
from mwalimu.web.kit.requests import Request


@open_to(SIGNED_IN)
@require_safe
def submission_file(request: Request, uuid: UUID) -> HttpResponseBase:
    """One file, as a download."""
    row = file_at(request.viewer, uuid, request.at.date())
    if row is None:
        raise Http404
    return send_file(row.file, row.name)
