"""Forms on forms. What they check is shape; operations check sense."""

from itertools import zip_longest
from typing import Any

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.forms.models import Question, SetEdition
from mwalimu.forms.operations import QuestionFacts, SetFacts
from mwalimu.web.desk.programmes.fields import line, per_language, texts

Kind = Question.Kind
ONE_A_LINE = pgettext_lazy("help", "One option a line.")
SAME_ORDER = pgettext_lazy("help", "The same options, in the same order.")


def lines(label: Any, help_text: Any, required: bool = False) -> forms.CharField:
    """A text whose lines are things."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class SetForm(forms.Form):
    """What a form is called, and what stands above its questions."""

    name_en = line(pgettext_lazy("label", "Name in English"))
    name_fr = line(pgettext_lazy("label", "Name in French"))
    introduction_en = line(pgettext_lazy("label", "Introduction in English"), 1_000)
    introduction_fr = line(pgettext_lazy("label", "Introduction in French"), 1_000)

    @staticmethod
    def said_by(edition: SetEdition) -> dict[str, Any]:
        """The initial values."""
        return {
            **per_language("name", edition.question_set.names),
            **per_language("introduction", edition.introduction),
        }

    def facts(self) -> SetFacts:
        """What the form says."""
        data = self.cleaned_data
        return SetFacts(texts(data, "name"), texts(data, "introduction"))


class NewSetForm(SetForm):
    """A form of its own, with a code."""

    code = forms.CharField(
        label=pgettext_lazy("label", "Code"),
        max_length=20,
        help_text=pgettext_lazy(
            "help", "Letters, digits and hyphens, for example WG-ONLINE."
        ),
    )
    field_order = ("code",)


class QuestionForm(forms.Form):
    """A question of a kind."""

    text_en = line(pgettext_lazy("label", "Question in English"), 500)
    text_fr = line(pgettext_lazy("label", "Question in French"), 500)
    help_en = line(pgettext_lazy("label", "Help in English"), 500)
    help_fr = line(pgettext_lazy("label", "Help in French"), 500)
    lowest_en = line(pgettext_lazy("label", "What 1 means, in English"))
    lowest_fr = line(pgettext_lazy("label", "What 1 means, in French"))
    highest_en = line(pgettext_lazy("label", "What 5 means, in English"))
    highest_fr = line(pgettext_lazy("label", "What 5 means, in French"))
    options_en = lines(pgettext_lazy("label", "Options in English"), ONE_A_LINE)
    options_fr = lines(pgettext_lazy("label", "Options in French"), SAME_ORDER)
    required = forms.BooleanField(
        label=pgettext_lazy("label", "Everybody has to answer it"), required=False
    )

    def __init__(self, kind: str, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        lacks = []
        if kind != Kind.SCALE:
            lacks += ["lowest_en", "lowest_fr", "highest_en", "highest_fr"]
        if kind not in (Kind.CHOICE, Kind.SEVERAL):
            lacks += ["options_en", "options_fr"]
        for name in lacks:
            del self.fields[name]

    @staticmethod
    def said_by(question: Question) -> dict[str, Any]:
        """The initial values."""
        options = {
            f"options_{code}": "\n".join(
                option["texts"].get(code, "") for option in question.options
            )
            for code in ("en", "fr")
        }
        return {
            **per_language("text", question.texts),
            **per_language("help", question.helps),
            **per_language("lowest", question.lowest),
            **per_language("highest", question.highest),
            **options,
            "required": question.required,
        }

    def clean(self) -> dict[str, Any]:
        """Options in two languages are the same options."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        english, french = (_lines(data, code) for code in ("en", "fr"))
        if english and french and len(english) != len(french):
            text = pgettext(
                "problem",
                "There are %(english)s options in English and %(french)s in French.",
            )
            values = {"english": len(english), "french": len(french)}
            self.add_error("options_fr", text % values)
        return data

    def facts(self) -> QuestionFacts:
        """What the form says."""
        data = self.cleaned_data
        return QuestionFacts(
            kind=self.kind,
            texts=texts(data, "text"),
            helps=texts(data, "help"),
            required=data["required"],
            lowest=texts(data, "lowest"),
            highest=texts(data, "highest"),
            options=[
                {"en": english, "fr": french}
                for english, french in zip_longest(
                    _lines(data, "en"), _lines(data, "fr"), fillvalue=""
                )
            ],
        )


def _lines(data: dict[str, Any], language: str) -> list[str]:
    rows = data.get(f"options_{language}", "").splitlines()
    return [row.strip() for row in rows if row.strip()]
