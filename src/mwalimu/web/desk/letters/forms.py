"""Forms on letters."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.programmes.models import Letter, LetterKind
from mwalimu.programmes.operations.letters import LetterRefused
from mwalimu.reference.models import Member
from mwalimu.reference.queries import sort_key
from mwalimu.web.kit.forms import say_at

LANGUAGES = [
    ("en", pgettext_lazy("language", "English")),
    ("fr", pgettext_lazy("language", "French")),
]
Choices = list[tuple[str, Any]]
NONE: Choices = [("", pgettext_lazy("choice", "none"))]
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def by_name(members: Any) -> Choices:
    """Members as a reader sorts their names."""
    language = get_language() or "en"
    pairs = [(row.code, str(row.name(language))) for row in members]
    return sorted(pairs, key=lambda pair: sort_key(pair[1]))


def say_why(form: forms.Form, refused: LetterRefused) -> None:
    """Put what is wrong at its field."""
    say_at(form, refused.field, refused.message)


class WriteForm(forms.Form):
    """To whom, about what."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("label", "What the letter is about"),
        choices=LetterKind.choices,
    )
    members = forms.MultipleChoiceField(
        label=pgettext_lazy("label", "To the Customs administrations of"),
        widget=forms.CheckboxSelectMultiple,
    )
    answer_by = forms.DateField(
        label=pgettext_lazy("label", "Answer wanted by"), required=False, widget=DAY
    )

    def __init__(self, members: Choices, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["members"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = members


class LetterForm(forms.Form):
    """The wording of a draft."""

    language = forms.ChoiceField(
        label=pgettext_lazy("label", "Language"), choices=LANGUAGES
    )
    subject = forms.CharField(label=pgettext_lazy("label", "Subject"), max_length=200)
    body = forms.CharField(
        label=pgettext_lazy("label", "Letter"),
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=pgettext_lazy(
            "help",
            "An empty line begins a new paragraph. What stands in {braces} is open.",
        ),
    )
    signatory = forms.CharField(
        label=pgettext_lazy("label", "Signed by"), required=False, max_length=200
    )
    answer_by = forms.DateField(
        label=pgettext_lazy("label", "Answer wanted by"), required=False, widget=DAY
    )


class ReceiveForm(forms.Form):
    """What a letter of an administration says, with its scan."""

    member = forms.ChoiceField(label=pgettext_lazy("label", "From"))
    answers = forms.ChoiceField(
        label=pgettext_lazy("label", "It answers"), required=False
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("label", "What the letter is about"),
        choices=LetterKind.choices,
    )
    decision = forms.ChoiceField(
        label=pgettext_lazy("label", "What the head of Customs decides"),
        choices=Letter.Decision.choices,
    )
    scan = forms.FileField(
        label=pgettext_lazy("label", "Scan of the signed letter"),
        help_text=pgettext_lazy("help", "PDF, JPEG or PNG, at most 20 MB."),
    )
    signatory = forms.CharField(
        label=pgettext_lazy("label", "Signed by"), required=False, max_length=200
    )
    number = forms.CharField(
        label=pgettext_lazy("label", "Number of the administration"),
        required=False,
        max_length=60,
    )
    dated_on = forms.DateField(
        label=pgettext_lazy("label", "Date of the letter"), required=False, widget=DAY
    )
    received_on = forms.DateField(
        label=pgettext_lazy("label", "Received on"), widget=DAY
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("label", "Language"),
        choices=[
            *LANGUAGES,
            ("pt", pgettext_lazy("language", "Portuguese")),
            ("es", pgettext_lazy("language", "Spanish")),
        ],
    )

    def offer(self, members: list[Member], letters: Choices) -> None:
        """Let it choose among these."""
        for name, choices in (
            ("member", by_name(members)),
            ("answers", NONE + letters),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices


class IssueForm(forms.Form):
    """The day that stands on the letters."""

    dated_on = forms.DateField(
        label=pgettext_lazy("label", "Date of the letters"), widget=DAY
    )


class WithdrawForm(forms.Form):
    """Why a letter does not count."""

    reason = forms.CharField(
        label=pgettext_lazy("label", "Why it does not count"), max_length=500
    )


class TextForm(forms.Form):
    """The text of a kind of letter in a language."""

    subject = forms.CharField(label=pgettext_lazy("label", "Subject"), max_length=200)
    body = forms.CharField(
        label=pgettext_lazy("label", "Letter"),
        widget=forms.Textarea(attrs={"rows": 18}),
    )


class LayoutForm(forms.Form):
    """A Word layout with the letterhead."""

    layout = forms.FileField(
        label=pgettext_lazy("label", "Word layout"),
        help_text=pgettext_lazy("help", "A .docx without macros, at most 5 MB."),
    )


def iso(day: date | None) -> str:
    """A day as a form holds it."""
    return day.isoformat() if day else ""
