"""The form in which questions are answered, on a phone or in the preview of an editor.

What is right is decided by `forms.engine` alone, when the answers are taken; the fields
here only show questions and keep what was typed.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import get_language, pgettext

from mwalimu.forms.engine import LONGEST_TEXT, SCALE, Fault
from mwalimu.forms.models import Question
from mwalimu.shared.languages import in_language
from mwalimu.web.kit.names import language_name

Kind = Question.Kind
Texts = Mapping[str, str]


class Choose(forms.ChoiceField):
    """One of a list; nothing is checked here. `lowest` and `highest`: ends of a scale."""

    lowest = highest = ""

    def clean(self, value: Any) -> Any:
        """As it was sent."""
        return value


class ChooseAny(forms.MultipleChoiceField):
    """Any of a list; nothing is checked here."""

    def clean(self, value: Any) -> Any:
        """As it was sent."""
        return value


class Write(forms.CharField):
    """A text; nothing is checked here."""

    def clean(self, value: Any) -> Any:
        """As it was sent."""
        return value


def said(texts: Texts, language: str) -> str:
    """A text in a language; one that is in another says so."""
    wording = in_language(texts, (language,))
    if not wording.text or wording.language == language:
        return wording.text
    return format_html(
        '<span lang="{0}">{1}</span> <abbr class="tongue" title="{2}">{0}</abbr>',
        wording.language,
        wording.text,
        language_name(wording.language, language),
    )


def plain(texts: Texts, language: str) -> str:
    """The same without the mark, for drawings and titles."""
    return in_language(texts, (language,)).text


def options_of(
    question: Question, language: str, say: Callable[[Texts, str], str] = said
) -> list[tuple[str, str]]:
    """The codes of what may be chosen, and their texts in a language."""
    if question.kind == Kind.SCALE:
        return [(code, code) for code in SCALE]
    if question.kind == Kind.YES_NO:
        return [("yes", pgettext("answer", "yes")), ("no", pgettext("answer", "no"))]
    return [
        (option["code"], say(option["texts"], language)) for option in question.options
    ]


class AnswerForm(forms.Form):
    """A field for each question, in a language: the reader's, or another one."""

    def __init__(
        self,
        questions: Iterable[Question],
        data: Any = None,
        language: str = "",
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.questions = {name_of(row): row for row in questions}
        reading = language or get_language() or "en"
        for name, question in self.questions.items():
            self.fields[name] = _field(question, reading)

    def sent(self) -> dict[int, list[str]]:
        """What was sent for each question (primary key)."""
        data: Any = self.data
        return {row.pk: data.getlist(name) for name, row in self.questions.items()}

    def say_faults(self, faults: Mapping[int, Fault]) -> None:
        """Put at each question what is wrong."""
        for name, question in self.questions.items():
            if question.pk in faults:
                self.add_error(name, words(faults[question.pk]))


def name_of(question: Question) -> str:
    """The name of the field of a question."""
    return f"q{question.pk}"


def words(fault: Fault) -> str:
    """What is wrong with an answer, and what to do."""
    if fault == Fault.MISSING:
        return pgettext("fault", "Please answer this question.")
    if fault == Fault.TOO_LONG:
        text = pgettext("fault", "Write at most %(most)s characters.")
        return text % {"most": LONGEST_TEXT}
    if fault == Fault.UNREADABLE:
        return pgettext("fault", "This text holds characters that cannot be read.")
    return pgettext("fault", "Choose again: this is none of the answers.")


def _field(question: Question, language: str) -> forms.Field:
    shown: dict[str, Any] = {
        "label": said(question.texts, language),
        "help_text": said(question.helps, language),
        "required": question.required,
    }
    if question.kind == Kind.TEXT:
        return Write(widget=forms.Textarea(attrs={"rows": 4}), **shown)
    choices = options_of(question, language)
    if question.kind == Kind.SEVERAL:
        several = forms.CheckboxSelectMultiple
        return ChooseAny(choices=choices, widget=several, **shown)
    if not question.required:
        choices.append(("", pgettext("answer", "no answer")))
    field = Choose(choices=choices, widget=forms.RadioSelect, **shown)
    if question.kind == Kind.SCALE:
        field.lowest = said(question.lowest, language) or " "
        field.highest = said(question.highest, language)
    return field
