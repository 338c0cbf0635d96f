"""Fields that forms on programmes share."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext, pgettext_lazy

from mwalimu.programmes.operations import ProgrammeRefused
from mwalimu.reference.models import Member
from mwalimu.reference.queries import sort_key
from mwalimu.shared.dates import BadDate, PartialDate
from mwalimu.shared.languages import READING_ORDER
from mwalimu.web.kit.forms import say_at

Words = Any  # a text, or one that is translated later
Choices = list[tuple[str, Any]]
NONE: Choices = [("", pgettext_lazy("choice", "not known"))]
DAY_HELP = pgettext_lazy("help", "As far as it is known: 2021-03-16, 2021-03 or 2021.")


class PartialDateField(forms.CharField):
    """A day, a month or a year."""

    def __init__(self, label: Words, help_text: Words = DAY_HELP) -> None:
        super().__init__(
            label=label, required=False, max_length=10, help_text=help_text
        )

    def prepare_value(self, value: Any) -> Any:
        """What was typed, or the date as far as it is known."""
        return "" if value is None else str(value)

    def clean(self, value: Any) -> Any:
        """The date; what is none is said at the field."""
        text = super().clean(value)
        if not text:
            return None
        try:
            found = PartialDate.parse(text)
        except BadDate:
            found = None
        if found is None or not 1990 <= found.first.year <= 2100:
            raise forms.ValidationError(
                pgettext(
                    "problem",
                    "“%(text)s” is no date from 1990 to 2100: write 2021-03-16,"
                    " 2021-03 or 2021.",
                ),
                params={"text": text},
            )
        return found


def line(label: Words, most: int = 200, help_text: Words = "") -> forms.CharField:
    """One line of text that may be empty."""
    return forms.CharField(
        label=label, required=False, max_length=most, help_text=help_text
    )


def ticks(label: Words, help_text: Words = "") -> forms.MultipleChoiceField:
    """Several of a list; the choices are offered by the form."""
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Let a field of the form choose among these."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)


def named(rows: Iterable[Any]) -> Choices:
    """Codes and names in the reader's language."""
    language = get_language() or "en"
    return [(row.code, str(row.name(language)) or row.code) for row in rows]


def members_by_name(members: Iterable[Member]) -> Choices:
    """Members as a reader sorts their names."""
    return sorted(named(members), key=lambda pair: sort_key(pair[1]))


def texts(cleaned: Mapping[str, Any], prefix: str) -> dict[str, str]:
    """The text per language of fields such as `name_en`."""
    found = {code: cleaned.get(f"{prefix}_{code}", "") for code in READING_ORDER}
    return {code: text for code, text in found.items() if text}


def per_language(prefix: str, values: Mapping[str, str]) -> dict[str, str]:
    """The initial values of fields such as `name_en`."""
    return {f"{prefix}_{code}": text for code, text in values.items()}


def say_why(form: forms.Form, refused: ProgrammeRefused) -> None:
    """Put each problem at its field."""
    instead = {"names": "name_en", "stages": "plan"}
    for problem in refused.problems:
        say_at(form, problem.field, problem.message, instead)
