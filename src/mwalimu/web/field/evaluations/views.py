"""What I say about a session: once, without my name."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from mwalimu.forms.operations import AnswersRefused, FormRefused
from mwalimu.forms.queries.results import has_answered
from mwalimu.programmes.models import Evaluation
from mwalimu.programmes.operations.evaluations import answer_evaluation
from mwalimu.programmes.queries.evaluations import (
    Standing,
    days_of,
    own_evaluation,
    standing_of,
)
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.forms import REFUSED
from mwalimu.web.kit.questions import AnswerForm
from mwalimu.web.kit.requests import Request, acting


@open_to(SIGNED_IN)
def evaluation(request: Request, uuid: UUID) -> HttpResponse:
    """The questions; once they are answered, or too late, why there are none."""
    found = own_evaluation(request.viewer, uuid, request.at)
    if found is None:
        raise Http404
    questions = found.round.edition.questions.all()
    if request.method == "POST":
        form = AnswerForm(questions, request.POST)
        if _take(request, found, form):
            return redirect("field:evaluation", uuid=uuid)
        return _show(request, found, form)
    answered = has_answered(found.round, request.viewer.person_id)
    is_open = standing_of(found.round, request.at) == Standing.OPEN
    asks = is_open and not answered
    return _show(request, found, AnswerForm(questions) if asks else None, answered)


def _take(request: Request, found: Evaluation, form: AnswerForm) -> bool:
    """Hand the answers in, or say at the form why they were not taken."""
    try:
        answer_evaluation(found, sent=form.sent(), by=acting(request), at=request.at)
    except AnswersRefused as refused:
        form.say_faults(refused.faults)
        return False
    except FormRefused as refused:
        form.add_error(None, refused.message)
        return False
    return True


def _show(
    request: Request,
    found: Evaluation,
    form: AnswerForm | None,
    answered: bool = False,
) -> HttpResponse:
    context = {
        "session": found.session,
        "edition": found.round.edition,
        "closes_on": days_of(found)[1],
        "form": form,
        "answered": answered,
    }
    status = REFUSED if form is not None and form.is_bound else 200
    return render(request, "field/evaluations/evaluation.html", context, status=status)
