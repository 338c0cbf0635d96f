"""The questions of a draft: added, changed, moved, taken out."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.forms.models import Question, SetEdition
from mwalimu.forms.operations import (
    add_question,
    edit_question,
    move_question,
    remove_question,
)
from mwalimu.web.desk.questions.forms import QuestionForm
from mwalimu.web.desk.questions.loaders import (
    answer,
    edition_or_404,
    page_of,
    question_or_404,
    step,
)
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
def new(request: Request, code: str, number: int, kind: str) -> HttpResponse:
    """A question of that kind, at the end."""
    if kind not in Question.Kind.values:
        raise Http404
    edition = edition_or_404(request, code, number)
    form = QuestionForm(kind, sent(request))

    def do() -> SetEdition:
        facts, by = form.facts(), acting(request)
        return add_question(edition, facts=facts, by=by, at=request.at).edition

    label = Question.Kind(kind).label
    title = pgettext("title", "New question: %(kind)s") % {"kind": label}
    return answer(request, form, do, title=title, edition=edition)


@open_to(TEAM)
def edit(request: Request, code: str, number: int, uuid: UUID) -> HttpResponse:
    """Change a question."""
    edition = edition_or_404(request, code, number)
    row = question_or_404(edition, uuid)
    form = QuestionForm(row.kind, sent(request), initial=QuestionForm.said_by(row))

    def do() -> SetEdition:
        facts, by = form.facts(), acting(request)
        return edit_question(row, facts=facts, by=by, at=request.at).edition

    label = row.get_kind_display()
    title = pgettext("title", "Question: %(kind)s") % {"kind": label}
    return answer(request, form, do, title=title, edition=edition)


@open_to(TEAM)
@require_POST
def move(request: Request, code: str, number: int, uuid: UUID) -> HttpResponse:
    """One place up or down."""
    edition = edition_or_404(request, code, number)
    row = question_or_404(edition, uuid)
    up = request.POST.get("to") == "up"

    def do() -> None:
        move_question(row, up=up, by=acting(request), at=request.at)

    return step(request, do, "", lambda: f"{page_of(edition)}#q-{row.uuid}")


@open_to(TEAM)
@require_POST
def remove(request: Request, code: str, number: int, uuid: UUID) -> HttpResponse:
    """Take a question out."""
    edition = edition_or_404(request, code, number)
    row = question_or_404(edition, uuid)

    def do() -> None:
        remove_question(row, by=acting(request), at=request.at)

    said = pgettext("message", "The question is taken out.")
    return step(request, do, said, lambda: page_of(edition))
