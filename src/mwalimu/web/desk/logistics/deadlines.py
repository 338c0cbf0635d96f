"""By when each step is due."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from mwalimu.programmes.operations.logistics import set_deadlines
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.web.desk.logistics.forms import DeadlinesForm
from mwalimu.web.desk.logistics.loaders import board_or_404, board_url, to_board
from mwalimu.web.desk.sessions.loaders import sent, show
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
def deadlines(request: Request, uuid: UUID) -> HttpResponse:
    """Another day for a step; they move with the session."""
    board = board_or_404(request, uuid)
    form = DeadlinesForm(board, sent(request))
    if form.is_bound and form.is_valid():
        try:
            set_deadlines(
                board.session, form.cleaned_data, by=acting(request), at=request.at
            )
        except SessionRefused as refused:
            say_at(form, refused.field, refused.message)
        else:
            messages.success(request, pgettext("message", "The days are set."))
            return to_board(request, board.session)
    return show(
        request,
        "form.html",
        board.session,
        form=form,
        title=pgettext("title", "By when each step is due"),
        text=pgettext(
            "logistics",
            "When the session moves, these days move with it. Empty a field to have the"
            " usual day again.",
        ),
        back=board_url(request, board.session),
        status=422 if form.is_bound else 200,
    )
