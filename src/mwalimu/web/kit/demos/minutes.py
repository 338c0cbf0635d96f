"""/minutes/: the signed minutes as a PDF, for whoever may read them; and signing."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import PanelMinutes
from mwalimu.programmes.operations.demos import DemoRefused, sign_minutes
from mwalimu.programmes.queries.demos import minutes_at
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.downloads import send_file
from mwalimu.web.kit.requests import Request, acting


def minutes_or_404(request: Request, uuid: UUID) -> PanelMinutes:
    """Minutes that the viewer may read."""
    row = minutes_at(request.viewer, uuid)
    if row is None:
        raise Http404
    return row


@open_to(SIGNED_IN)
@require_safe
def minutes_pdf(request: Request, uuid: UUID) -> HttpResponseBase:
    """The PDF as it was closed, with the signatures so far."""
    row = minutes_or_404(request, uuid)
    if row.pdf is None or row.closed_at is None:
        raise Http404
    return send_file(row.pdf, f"minutes-{row.closed_at:%Y-%m-%d}.pdf")


def sign(request: Request, row: PanelMinutes) -> None:
    """Sign, and say so or why not."""
    try:
        sign_minutes(row, by=acting(request), at=request.at)
    except DemoRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, pgettext("message", "You have signed the minutes."))


def seat_of(request: Request, row: PanelMinutes) -> object:
    """The viewer's own place on the panel, if they have one."""
    return row.panel.filter(person__in=[request.viewer.person_id]).first()
