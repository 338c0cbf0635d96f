"""What is missing of each Member, to be copied into a mail."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from mwalimu.programmes.engine.logistics import STEPS
from mwalimu.programmes.queries.logistics import missing_by_member
from mwalimu.programmes.queries.logistics.missing import ASKED_OF_MEMBERS
from mwalimu.programmes.queries.logistics.wording import LABELS
from mwalimu.web.desk.logistics.loaders import board_or_404
from mwalimu.web.desk.sessions.loaders import show
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request


class StepsForm(forms.Form):
    """The steps that a mail asks for."""

    step = forms.MultipleChoiceField(
        label=pgettext_lazy("label", "Steps to ask for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(step, LABELS[step]) for step in STEPS if step != "letter"],
    )


@open_to(TEAM)
@require_safe
def missing(request: Request, uuid: UUID) -> HttpResponse:
    """A text for each administration of which something waits, in its language."""
    board = board_or_404(request, uuid)
    asked = request.GET.getlist("step")
    steps = [step for step in asked if step in STEPS] or list(ASKED_OF_MEMBERS)
    return show(
        request,
        "logistics/missing.html",
        board.session,
        form=StepsForm({"step": steps}),
        found=missing_by_member(board, steps),
    )
