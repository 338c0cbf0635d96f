"""Decisions on a session: taken, reworded, settled."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.forms.models import Question
from mwalimu.programmes.models import Session, SessionDecision
from mwalimu.programmes.operations.evaluations import (
    decide,
    edit_decision,
    reopen_decision,
    settle_decision,
)
from mwalimu.programmes.queries.evaluations import decision_at, questions_about
from mwalimu.web.desk.evaluations.evaluation import BACK
from mwalimu.web.desk.evaluations.forms import DecisionForm, SettleForm
from mwalimu.web.desk.sessions.loaders import sent, session_or_404
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


def decision_or_404(request: Request, session: Session, uuid: UUID) -> SessionDecision:
    """The decision on that session, if the viewer may read it."""
    found = decision_at(request.viewer, session, uuid)
    if found is None:
        raise Http404
    return found


def _questions(request: Request, session: Session) -> list[Question]:
    return questions_about(request.viewer, session)


@open_to(TEAM)
def new(request: Request, uuid: UUID) -> HttpResponse:
    """Put a decision on record, perhaps on the question that the address names."""
    session = session_or_404(request, uuid)
    initial = {"question": request.GET.get("question", "")}
    form = DecisionForm(_questions(request, session), sent(request), initial=initial)

    def do(_data: dict[str, Any]) -> object:
        by = acting(request)
        return decide(session, facts=form.facts(), by=by, at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Record a decision"),
        said=pgettext("message", "The decision is on record."),
        back=BACK,
    )


@open_to(TEAM)
def edit(request: Request, uuid: UUID, decision: UUID) -> HttpResponse:
    """Word a decision otherwise."""
    session = session_or_404(request, uuid)
    found = decision_or_404(request, session, decision)
    initial = DecisionForm.said_by(found)
    form = DecisionForm(_questions(request, session), sent(request), initial=initial)

    def do(_data: dict[str, Any]) -> object:
        by = acting(request)
        return edit_decision(found, facts=form.facts(), by=by, at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Edit the decision"),
        said=pgettext("message", "The decision is changed."),
        back=BACK,
    )


@open_to(TEAM)
def settle(request: Request, uuid: UUID, decision: UUID) -> HttpResponse:
    """It was carried out, or it is dropped."""
    session = session_or_404(request, uuid)
    found = decision_or_404(request, session, decision)
    form = SettleForm(sent(request), initial={"state": SessionDecision.State.DONE})

    def do(data: dict[str, Any]) -> object:
        return settle_decision(found, **data, by=acting(request), at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "What became of the decision"),
        said=pgettext("message", "The decision is settled."),
        back=BACK,
        text=found.what,
    )


@open_to(TEAM)
@require_POST
def reopen(request: Request, uuid: UUID, decision: UUID) -> HttpResponse:
    """It is to be done after all."""
    session = session_or_404(request, uuid)
    found = decision_or_404(request, session, decision)

    def do() -> None:
        reopen_decision(found, by=acting(request), at=request.at)

    said = pgettext("message", "The decision is to be done again.")
    return step(request, session, do, said, BACK)
