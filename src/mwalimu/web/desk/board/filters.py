"""What a board can be narrowed to."""

from django import forms
from django.utils.translation import get_language, pgettext, pgettext_lazy

from mwalimu.qualification.queries.board import Board, Label, Wanted
from mwalimu.web.kit.requests import Request, as_number

BEHIND = "behind"


class BoardFilter(forms.Form):
    """Everything is optional; what is wrong narrows nothing."""

    behind = forms.BooleanField(
        required=False, label=pgettext_lazy("board", "Only who is behind")
    )
    member = forms.ChoiceField(required=False, label=pgettext_lazy("board", "Member"))
    topic = forms.ChoiceField(required=False, label=pgettext_lazy("board", "Topic"))


def wanted(request: Request) -> Wanted:
    """What the address asks for."""
    return Wanted(
        behind=request.GET.get(BEHIND, "") not in ("", "off", "0"),
        member=request.GET.get("member", "")[:20],
        topic=request.GET.get("topic", "")[:20],
        page=max(as_number(request.GET.get("page"), 1), 1),
    )


def filter_form(request: Request, board: Board) -> BoardFilter:
    """The filters that this board has a choice for."""
    form = BoardFilter(request.GET or None, auto_id="filter_%s")
    for name, labels in (("member", board.members), ("topic", board.topics)):
        if len(labels) < 2:
            del form.fields[name]
            continue
        choices = form.fields[name]
        if isinstance(choices, forms.ChoiceField):
            choices.choices = [("", pgettext("board", "all")), *_choices(labels)]
    return form


def _choices(labels: tuple[Label, ...]) -> list[tuple[str, str]]:
    reading = get_language() or "en"
    return [(label.code, str(label.name(reading))) for label in labels]
