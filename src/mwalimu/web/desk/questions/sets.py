"""Forms and their editions: listed, made, copied, drafted, put in use, tried."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.forms.models import Question, SetEdition
from mwalimu.forms.operations import (
    copy_set,
    create_set,
    describe_draft,
    discard_draft,
    draft_edition,
    put_in_use,
)
from mwalimu.forms.queries.sets import shelves
from mwalimu.web.desk.questions.forms import NewSetForm, SetForm
from mwalimu.web.desk.questions.loaders import answer, edition_or_404, page_of, step
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.questions import AnswerForm
from mwalimu.web.kit.requests import Request, acting

LANGUAGES = ("en", "fr")


@open_to(TEAM)
@require_safe
def question_sets(request: Request) -> HttpResponse:
    """Every form with its editions."""
    context = {"shelves": shelves(request.viewer)}
    return render(request, "desk/questions/list.html", context)


@open_to(TEAM)
def new(request: Request) -> HttpResponse:
    """A form of its own, empty."""
    form = NewSetForm(sent(request))

    def do() -> SetEdition:
        code, facts = form.cleaned_data["code"], form.facts()
        return create_set(code=code, facts=facts, by=acting(request), at=request.at)

    return answer(request, form, do, title=pgettext("title", "New form"))


@open_to(TEAM)
@require_safe
def edition(request: Request, code: str, number: int) -> HttpResponse:
    """What an edition asks; the place to change a draft."""
    found = edition_or_404(request, code, number)
    own = [
        row for row in shelves(request.viewer) if row.question_set == found.question_set
    ]
    editions = own[0].editions
    context = {
        "edition": found,
        "questions": found.questions.all(),
        "others": [row for row in editions if row != found],
        "may_draft": not editions[-1].is_draft,
        "kinds": Question.Kind.choices,
    }
    return render(request, "desk/questions/edition.html", context)


@open_to(TEAM)
@require_safe
def preview(request: Request, code: str, number: int) -> HttpResponse:
    """The form as people see it, in the reader's language or another; nothing is kept."""
    found = edition_or_404(request, code, number)
    asked = request.GET.get("in", "")
    language = asked if asked in LANGUAGES else (get_language() or "en")
    context = {
        "edition": found,
        "form": AnswerForm(found.questions.all(), language=language),
        "shown": language,
        "languages_shown": LANGUAGES,
    }
    return render(request, "desk/questions/preview.html", context)


@open_to(TEAM)
def edit(request: Request, code: str, number: int) -> HttpResponse:
    """The name of the form, and the introduction of a draft."""
    found = edition_or_404(request, code, number)
    form = SetForm(sent(request), initial=SetForm.said_by(found))

    def do() -> SetEdition:
        by = acting(request)
        return describe_draft(found, facts=form.facts(), by=by, at=request.at)

    title = pgettext("title", "Name and introduction")
    return answer(request, form, do, title=title, edition=found)


@open_to(TEAM)
def copy(request: Request, code: str, number: int) -> HttpResponse:
    """A form of its own that begins with these questions."""
    found = edition_or_404(request, code, number)
    form = NewSetForm(sent(request), initial=SetForm.said_by(found))

    def do() -> SetEdition:
        values, by = {"code": form.cleaned_data["code"]}, acting(request)
        return copy_set(found, **values, facts=form.facts(), by=by, at=request.at)

    title = pgettext("title", "Copy into a form of its own")
    return answer(request, form, do, title=title, edition=found)


@open_to(TEAM)
@require_POST
def draft(request: Request, code: str, number: int) -> HttpResponse:
    """Copy the newest edition to work on the next one."""
    found = edition_or_404(request, code, number)
    made: list[SetEdition] = []

    def do() -> None:
        by = acting(request)
        made.append(draft_edition(found.question_set, by=by, at=request.at))

    said = pgettext("message", "A copy of the edition before, to be changed.")
    return step(request, do, said, lambda: page_of(made[0] if made else found))


@open_to(TEAM)
@require_POST
def use(request: Request, code: str, number: int) -> HttpResponse:
    """From now on it is given out, and never changes again."""
    found = edition_or_404(request, code, number)

    def do() -> None:
        put_in_use(found, by=acting(request), at=request.at)

    said = pgettext("message", "This edition is in use.")
    return step(request, do, said, lambda: page_of(found))


@open_to(TEAM)
@require_POST
def discard(request: Request, code: str, number: int) -> HttpResponse:
    """Throw a draft away."""
    found = edition_or_404(request, code, number)
    done: list[bool] = []

    def do() -> None:
        discard_draft(found, by=acting(request), at=request.at)
        done.append(True)

    def back() -> str:
        return reverse("desk:question_sets") if done else page_of(found)

    return step(request, do, pgettext("message", "The draft is gone."), back)
