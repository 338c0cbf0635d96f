"""Forms on reports. They check shape; operations check sense."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.programmes.models import ReportClearance, Session
from mwalimu.programmes.operations.reports import Party
from mwalimu.programmes.operations.reports.versions import LANGUAGES
from mwalimu.programmes.queries.reports import parties_of
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.programmes.fields import offer
from mwalimu.web.kit.names import language_name

NAMES = pgettext_lazy(
    "help",
    "Such a version goes to the host alone. Partners get one with counts by Member.",
)


def language_field() -> forms.ChoiceField:
    """The languages in which reports are written."""
    return forms.ChoiceField(
        label=pgettext_lazy("label", "Language"), choices=[(c, c) for c in LANGUAGES]
    )


def names_field(label: Any) -> forms.BooleanField:
    """Whether participants are named."""
    return forms.BooleanField(label=label, required=False, help_text=NAMES)


class InLanguage(forms.Form):
    """A form with a language, named as the reader calls it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        reading = get_language() or "en"
        offer(self, "language", [(c, language_name(c, reading)) for c in LANGUAGES])


class DraftForm(InLanguage):
    """A draft from the records."""

    language = language_field()
    with_names = names_field(pgettext_lazy("label", "With the names of participants"))


class UploadForm(InLanguage):
    """The team's own Word file."""

    file = forms.FileField(
        label=pgettext_lazy("label", "File"),
        help_text=pgettext_lazy("help", "A Word file (.docx), at most 20 MB."),
    )
    language = language_field()
    with_names = names_field(pgettext_lazy("label", "It names participants"))


class SendForm(forms.Form):
    """Who is asked to clear a version, and when it was sent."""

    parties = forms.MultipleChoiceField(
        label=pgettext_lazy("label", "Sent to"),
        widget=forms.CheckboxSelectMultiple,
    )
    sent_on = forms.DateField(
        label=pgettext_lazy("label", "Sent on"), widget=day_input()
    )

    def __init__(
        self, session: Session, with_names: bool, *args: Any, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        partners, host = parties_of(session)
        reading = get_language() or "en"
        rows = [Party(member=host)] if host else []
        rows += [] if with_names else [Party(partner=row) for row in partners]
        self.by_key = {_key(row): row for row in rows}
        offer(
            self,
            "parties",
            [(key, _name(row, reading)) for key, row in self.by_key.items()],
        )

    def clean_parties(self) -> list[Party]:
        """Those who were chosen."""
        return [self.by_key[key] for key in self.cleaned_data["parties"]]


def _key(party: Party) -> str:
    if party.member:
        return f"host:{party.member.code}"
    return f"partner:{party.partner.code}" if party.partner else ""


def _name(party: Party, reading: str) -> str:
    found = party.member or party.partner
    return str(found.name(reading)) or found.code if found else ""


class AnswerForm(forms.Form):
    """What a partner or the host answered."""

    answer = forms.ChoiceField(
        label=pgettext_lazy("label", "Answer"),
        widget=forms.RadioSelect,
        choices=[
            choice
            for choice in ReportClearance.Answer.choices
            if choice[0] != ReportClearance.Answer.WAITING
        ],
    )
    answered_on = forms.DateField(
        label=pgettext_lazy("label", "Answered on"), widget=day_input()
    )
    remarks = forms.CharField(
        label=pgettext_lazy("label", "Remarks"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
