"""The texts of letters, and the Word layout with the letterhead."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import LetterKind
from mwalimu.programmes.operations.letters import (
    LetterRefused,
    change_text,
    restore_text,
    upload_layout,
)
from mwalimu.programmes.operations.letters.texts import KNOWN
from mwalimu.programmes.queries.letters import (
    LANGUAGES,
    all_texts,
    layout_in_use,
    text_of,
)
from mwalimu.typesetting.word import letter_layout
from mwalimu.web.desk.letters.forms import LayoutForm, TextForm, say_why
from mwalimu.web.desk.letters.pages import show
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.downloads import send_bytes, send_file
from mwalimu.web.kit.requests import Request, acting

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@open_to(TEAM)
@require_safe
def texts(request: Request) -> HttpResponse:
    """Every kind of letter in every language, and the layout in use."""
    labels = dict(LetterKind.choices)
    context = {
        "texts": [(text, labels[text.kind]) for text in all_texts()],
        "layout": layout_in_use(),
    }
    return render(request, "desk/letters/texts.html", context)


@open_to(TEAM)
def text(request: Request, kind: str, language: str) -> HttpResponse:
    """Change a text, or use the shipped one again."""
    if kind not in LetterKind.values or language not in LANGUAGES:
        raise Http404
    used = text_of(kind, language)
    if request.method == "POST" and "restore" in request.POST:
        restore_text(kind=kind, language=language, by=acting(request), at=request.at)
        messages.success(request, pgettext("message", "The shipped text is back."))
        return redirect("desk:letter_text", kind=kind, language=language)
    form = TextForm(
        request.POST or None, initial={"subject": used.subject, "body": used.body}
    )
    if request.method == "POST" and form.is_valid():
        try:
            change_text(
                kind=kind,
                language=language,
                **form.cleaned_data,
                by=acting(request),
                at=request.at,
            )
        except LetterRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "Saved."))
            return redirect("desk:letter_texts")
    title = pgettext("title", "Text of a letter: %(kind)s (%(language)s)") % {
        "kind": dict(LetterKind.choices)[LetterKind(kind)],
        "language": language,
    }
    return show(request, form, title, known=sorted(KNOWN), own=used.own)


@open_to(TEAM)
def layout(request: Request) -> HttpResponse:
    """Upload a Word layout with the letterhead."""
    form = LayoutForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["layout"]
        try:
            upload_layout(sent.file, name=sent.name, by=acting(request), at=request.at)
        except LetterRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "The layout is in use."))
            return redirect("desk:letter_texts")
    title = pgettext("title", "Layout of letters")
    return show(request, form, title, with_file=True, layout_help=True)


@open_to(TEAM)
@require_safe
def layout_file(_request: Request) -> HttpResponseBase:
    """The layout in use, to be changed in Word and sent back."""
    used = layout_in_use()
    if used is None:
        return send_bytes(letter_layout(), "letter-layout.docx", WORD)
    return send_file(used.file, used.name)
