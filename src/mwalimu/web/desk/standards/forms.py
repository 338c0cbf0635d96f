"""Forms on standards. What they check is shape; operations check sense."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.programmes.models.demos import LEAST, MOST
from mwalimu.qualification.engine import Kind as Evidence
from mwalimu.qualification.models import RequirementLine, StandardEdition
from mwalimu.qualification.operations import EditionFacts, LineFacts
from mwalimu.qualification.queries.asking import subject_name
from mwalimu.qualification.queries.standards import known_subjects
from mwalimu.shared.languages import READING_ORDER
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.programmes.fields import line, offer, per_language, texts, ticks

Kind = RequirementLine.Kind
HUNDRED = Decimal(100)
NAME = pgettext_lazy("label", "Name in English")
NAME_FR = pgettext_lazy("label", "Name in French")
UNITS: dict[str, tuple[Any, Any]] = {
    Kind.ATTENDANCE: (
        pgettext_lazy("label", "At least so many percent of the days"),
        pgettext_lazy("help", "From 1 to 100. Part of a day counts as half a day."),
    ),
    Kind.DEMO: (
        pgettext_lazy("label", "At least this score on each criterion"),
        pgettext_lazy("help", "From 1 to 5: the panel’s agreed score."),
    ),
    Kind.TEST: (
        pgettext_lazy("label", "At least so many points of 100"),
        pgettext_lazy("help", "From 1 to 100."),
    ),
    Kind.MATERIAL: (
        pgettext_lazy("label", "At least so many contributions"),
        pgettext_lazy("help", "A whole number."),
    ),
    Kind.TRAINING: (
        pgettext_lazy("label", "At least so many trainings"),
        pgettext_lazy("help", "A whole number. Only verified trainings count."),
    ),
}
RANGES: dict[str, tuple[int, int]] = {
    Kind.ATTENDANCE: (1, 100),
    Kind.DEMO: (LEAST, MOST),
    Kind.TEST: (1, 100),
    Kind.MATERIAL: (1, 100),
    Kind.TRAINING: (1, 100),
}
CONCERNS: dict[str, Any] = {
    Kind.ATTENDANCE: pgettext_lazy("label", "Stages"),
    Kind.ASSIGNMENT: pgettext_lazy("label", "Assignments"),
    Kind.DEMO: pgettext_lazy("label", "Criteria"),
    Kind.TEST: pgettext_lazy("label", "Tests"),
}


def months(label: Any, help_text: Any, most: int) -> forms.IntegerField:
    """A whole number that may be left empty."""
    return forms.IntegerField(
        label=label, help_text=help_text, required=False, min_value=0, max_value=most
    )


class StandardForm(forms.Form):
    """A new standard."""

    code = forms.CharField(
        label=pgettext_lazy("label", "Code"),
        max_length=20,
        help_text=pgettext_lazy(
            "help", "Letters, digits and hyphens, for example MT2."
        ),
    )
    name_en = line(NAME)
    name_fr = line(NAME_FR)


class EditionForm(forms.Form):
    """What an edition says besides its requirements."""

    validity_months = months(
        pgettext_lazy("label", "Awards are valid for so many months"),
        pgettext_lazy("help", "Empty: an award has no end."),
        240,
    )
    renewal_trainings = months(
        pgettext_lazy("label", "Trainings within that time for a renewal"),
        pgettext_lazy("help", "Verified trainings in the topic, taught by the holder."),
        100,
    )
    note_en = line(pgettext_lazy("label", "Note in English"), 600)
    note_fr = line(pgettext_lazy("label", "Note in French"), 600)

    @staticmethod
    def said_by(edition: StandardEdition) -> dict[str, Any]:
        """The initial values."""
        return {
            "validity_months": edition.validity_months,
            "renewal_trainings": edition.renewal_trainings,
            **per_language("note", edition.notes),
        }

    def facts(self, edition: StandardEdition) -> EditionFacts:
        """What the form says; notes in other languages stay."""
        return EditionFacts(
            notes=kept(edition.notes) | texts(self.cleaned_data, "note"),
            validity_months=self.cleaned_data["validity_months"],
            renewal_trainings=self.cleaned_data["renewal_trainings"],
        )


class InForceForm(forms.Form):
    """The day from which an edition is in force."""

    valid_from = forms.DateField(
        label=pgettext_lazy("label", "In force from"), widget=day_input()
    )


class FollowForm(forms.Form):
    """The edition that a cohort follows, from a day."""

    edition = forms.ChoiceField(label=pgettext_lazy("label", "Edition"))
    since = forms.DateField(
        label=pgettext_lazy("label", "From"),
        widget=day_input(),
        help_text=pgettext_lazy(
            "help",
            "Whoever was decided on before that day keeps the edition of the decision.",
        ),
    )


class LineForm(forms.Form):
    """One requirement of a kind of evidence, in words that need no rule book."""

    code = forms.CharField(
        label=pgettext_lazy("label", "Short code"),
        max_length=20,
        help_text=pgettext_lazy(
            "help", "It stands above the column of the board, for example WG1."
        ),
    )
    name_en = line(NAME)
    name_fr = line(NAME_FR)
    subjects = ticks(pgettext_lazy("label", "What it concerns"))
    more = line(
        pgettext_lazy("label", "Other codes"),
        300,
        pgettext_lazy("help", "With spaces between, for example WG6 WG7."),
    )
    amount = forms.DecimalField(max_digits=6, decimal_places=2)
    assumed = forms.BooleanField(
        label=pgettext_lazy("label", "An assumption: no source states how much"),
        required=False,
    )
    source = forms.CharField(
        label=pgettext_lazy("label", "What a source says, and which one"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, kind: str, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        self._ask_amount()
        self._ask_subjects()

    def _ask_amount(self) -> None:
        if self.kind not in UNITS:
            del self.fields["amount"]  # an assignment is accepted or it is not
            return
        field = self.fields["amount"]
        field.label, field.help_text = UNITS[self.kind]
        least, most = RANGES[self.kind]
        field.widget.attrs.update(min=least, max=most)

    def _ask_subjects(self) -> None:
        if self.kind not in CONCERNS:
            del self.fields["subjects"], self.fields["more"]
            return
        chosen = self.initial.get("subjects", [])
        codes = list(dict.fromkeys([*known_subjects(self.kind), *chosen]))
        reading = get_language() or "en"
        named = [
            (code, subject_name(Evidence(self.kind), code, reading)) for code in codes
        ]
        offer(self, "subjects", named)
        self.fields["subjects"].label = CONCERNS[self.kind]
        if self.kind == Kind.DEMO:
            del self.fields["more"]
        elif not codes:
            del self.fields["subjects"]
            self.fields["more"].label = CONCERNS[self.kind]

    @staticmethod
    def said_by(line: RequirementLine) -> dict[str, Any]:
        """The initial values."""
        share = line.kind == Kind.ATTENDANCE
        amount = line.amount * HUNDRED if share else line.amount
        return {
            "code": line.code,
            **per_language("name", line.names),
            "subjects": line.subjects,
            "amount": f"{amount.normalize():f}",
            "assumed": line.assumed,
            "source": line.source,
        }

    def facts(self, names: dict[str, str]) -> LineFacts:
        """What the form says; names in other languages stay."""
        data = self.cleaned_data
        amount = data.get("amount", Decimal(1))
        subjects = [*data.get("subjects", ()), *data.get("more", "").split()]
        return LineFacts(
            code=data["code"],
            names=kept(names) | texts(data, "name"),
            kind=self.kind,
            amount=amount / HUNDRED if self.kind == Kind.ATTENDANCE else amount,
            subjects=tuple(dict.fromkeys(subjects)),
            assumed=data["assumed"],
            source=data["source"].strip(),
        )


def kept(names: dict[str, str]) -> dict[str, str]:
    """Texts in languages that the forms here do not ask for."""
    asked = READING_ORDER[:2]
    return {code: text for code, text in names.items() if code not in asked}
