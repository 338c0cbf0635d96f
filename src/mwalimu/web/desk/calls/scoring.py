"""A member of the project team scores a name."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.programmes.operations import CallRefused, score_nomination
from mwalimu.programmes.queries.calls import scores_of
from mwalimu.web.desk.calls.forms import ScoreForm
from mwalimu.web.desk.calls.loaders import nomination_or_404, say_why
from mwalimu.web.desk.calls.names import shown
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
@require_POST
def score(request: Request, uuid: UUID) -> HttpResponse:
    """Keep one scorer's scores, and go back to the call."""
    row = nomination_or_404(request, uuid)
    form = ScoreForm(scores_of(row, request.viewer), request.POST)
    if form.is_valid():
        given = {
            line.criterion: form.cleaned_data[name] for name, line in form.lines.items()
        }
        try:
            score_nomination(row, scores=given, by=acting(request), at=request.at)
        except CallRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "Your scores are kept."))
            return redirect("desk:nomination", uuid=uuid)
    context = shown(request, row) | {"score_form": form, "form": form}
    return render(request, "desk/calls/nomination.html", context, status=422)
