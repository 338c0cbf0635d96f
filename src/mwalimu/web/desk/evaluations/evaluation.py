"""The evaluation of a session: opened, closed, and its results."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.forms.engine import FEWEST
from mwalimu.forms.models import QuestionSet
from mwalimu.forms.queries.sets import editions_to_give_out
from mwalimu.programmes.models import Evaluation, Session
from mwalimu.programmes.operations.evaluations import (
    close_evaluation,
    move_evaluation,
    open_evaluation,
    take_back_evaluation,
)
from mwalimu.programmes.permissions import may_run_evaluations
from mwalimu.programmes.queries.evaluations import (
    days_of,
    decisions_of,
    evaluation_of,
    results_for,
    turnout_of,
)
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.web.desk.evaluations.charts import shown
from mwalimu.web.desk.evaluations.forms import DaysForm, OpenForm
from mwalimu.web.desk.sessions.loaders import WORKERS, sent, session_or_404, show
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting

USUAL = timedelta(days=14)
BACK = "desk:session_evaluation"


@open_to(WORKERS)
@require_safe
def evaluation(request: Request, uuid: UUID) -> HttpResponse:
    """How many answered, for the project team what they said, and what was decided."""
    session = session_or_404(request, uuid)
    found = evaluation_of(session)
    turnout = turnout_of(found, request.at) if found else None
    results = results_for(request.viewer, turnout, request.at) if turnout else None
    return show(
        request,
        "evaluation.html",
        session,
        turnout=turnout,
        results=results,
        rows=[shown(row) for row in results.rows] if results else [],
        fewest=FEWEST,
        decisions=decisions_of(request.viewer, session),
        may_decide=may_run_evaluations(request.viewer),
        today=today_at(session, request.at),
    )


@open_to(TEAM)
def start(request: Request, uuid: UUID) -> HttpResponse:
    """Choose the form and the days, and ask the participants."""
    session = session_or_404(request, uuid)
    editions = editions_to_give_out(QuestionSet.Kind.EVALUATION)
    first = _first_day(session, today_at(session, request.at))
    initial = {"opens_on": first, "closes_on": first + USUAL}
    form = OpenForm(sent(request), initial=initial)
    form.offer_forms(editions)

    def do(data: dict[str, Any]) -> object:
        chosen = next(row for row in editions if str(row.uuid) == data["form"])
        return open_evaluation(
            session,
            edition=chosen,
            opens_on=data["opens_on"],
            closes_on=data["closes_on"],
            by=acting(request),
            at=request.at,
        )

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Open the evaluation"),
        said=pgettext("message", "The evaluation is set."),
        back=BACK,
        text=pgettext(
            "evaluation",
            "Whoever was expected, invited or there finds it under My sessions, and"
            " answers once. Answers are kept without names.",
        ),
        button=pgettext("form", "Ask the participants"),
    )


def _first_day(session: Session, today: date) -> date:
    """The last day of the session, or today where that is past."""
    last = session.ends_on or session.starts_on
    return max(last, today) if last else today


@open_to(TEAM)
def days(request: Request, uuid: UUID) -> HttpResponse:
    """Ask from another day, or until another one."""
    session = session_or_404(request, uuid)
    found = _evaluation_or_404(session)
    opens_on, closes_on = days_of(found)
    initial = {"opens_on": opens_on, "closes_on": closes_on}
    form = DaysForm(sent(request), initial=initial)

    def do(data: dict[str, Any]) -> object:
        return move_evaluation(found, **data, by=acting(request), at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Days of the evaluation"),
        said=pgettext("message", "The evaluation is set."),
        back=BACK,
    )


@open_to(TEAM)
@require_POST
def close(request: Request, uuid: UUID) -> HttpResponse:
    """Take no more answers."""
    session = session_or_404(request, uuid)
    found = _evaluation_or_404(session)

    def do() -> None:
        close_evaluation(found, by=acting(request), at=request.at)

    said = pgettext("message", "The evaluation is closed.")
    return step(request, session, do, said, BACK)


@open_to(TEAM)
@require_POST
def take_back(request: Request, uuid: UUID) -> HttpResponse:
    """It was opened by mistake."""
    session = session_or_404(request, uuid)
    found = _evaluation_or_404(session)

    def do() -> None:
        take_back_evaluation(found, by=acting(request), at=request.at)

    said = pgettext("message", "The evaluation is taken back.")
    return step(request, session, do, said, BACK)


def _evaluation_or_404(session: Session) -> Evaluation:
    found = evaluation_of(session)
    if found is None:
        raise Http404
    return found
