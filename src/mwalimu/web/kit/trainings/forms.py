"""The form of a training: its facts, and one small form for each row of people."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.people.models import Sector, Sex
from mwalimu.programmes.models import Mode
from mwalimu.trainings.models import Training, TrainingTrainer
from mwalimu.web.kit.names import language_name
from mwalimu.web.kit.trainings.choices import Choices
from mwalimu.web.kit.trainings.fields import MemberField, PartialDateField

NOTHING = ("", pgettext_lazy("choice", "choose"))
LANGUAGES = ("en", "fr", "pt", "es", "ar", "sw")
MOST = 10_000


def number(label: Any, **options: Any) -> forms.DecimalField:
    """A small number that may be left empty."""
    return forms.DecimalField(
        label=label,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
        **options,
    )


class FactsForm(forms.Form):
    """What, where, when. Limits are those of trainings.operations."""

    title = forms.CharField(label=pgettext_lazy("training", "Title"), max_length=200)
    host = forms.ChoiceField(
        label=pgettext_lazy("training", "Host"),
        help_text=pgettext_lazy("training", "The Member where it took place."),
    )
    place = forms.CharField(
        label=pgettext_lazy("training", "Place"), max_length=200, required=False
    )
    starts = PartialDateField(
        label=pgettext_lazy("training", "First day"),
        help_text=pgettext_lazy(
            "training", "As far as you know it: 2023-11-06, 2023-11 or 2023."
        ),
    )
    ends = PartialDateField(
        label=pgettext_lazy("training", "Last day"),
        required=False,
        help_text=pgettext_lazy("training", "Empty: the same as the first."),
    )
    mode = forms.ChoiceField(
        label=pgettext_lazy("training", "Mode"), choices=[NOTHING, *Mode.choices]
    )
    hours = number(pgettext_lazy("training", "Hours of teaching"))
    topics = forms.MultipleChoiceField(
        label=pgettext_lazy("training", "Topics"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("training", "Language"), required=False
    )
    initiative = forms.ChoiceField(
        label=pgettext_lazy("training", "Initiative"), required=False
    )
    audience = forms.CharField(
        label=pgettext_lazy("training", "Audience"), max_length=200, required=False
    )
    note = forms.CharField(
        label=pgettext_lazy("training", "Note"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, choices: Choices, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offered: dict[str, list[Any]] = {
            "host": [NOTHING, *choices.hosts],
            "topics": choices.offered("topic"),
            "initiative": [("", "—"), *choices.offered("initiative")],
            "language": [("", "—"), *self._languages()],
        }
        for name, rows in offered.items():
            self.fields[name].choices = rows  # type: ignore[attr-defined]

    def _languages(self) -> Iterator[tuple[str, str]]:
        current = self.initial.get("language") or self.data.get("language") or ""
        codes = [*LANGUAGES, current] if current not in LANGUAGES else LANGUAGES
        for code in filter(None, codes):
            yield code[:10], language_name(code[:10], get_language() or "en")


class SharedFields(dict[str, forms.Field]):
    """The fields of a form of which a page has hundreds: one for all, not copied.

    Only those that a row changes (`OWN`) are its own.
    """

    OWN = frozenset({"who", "member"})

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return {
            name: deepcopy(field, memo) if name in self.OWN else field
            for name, field in self.items()
        }


def stored_facts(training: Training, choices: Choices) -> dict[str, Any]:
    """The values of the form's first part, as the record has them."""
    return {
        "title": training.title,
        "host": training.host.code,
        "place": training.place,
        "starts": training.starts,
        "ends": training.ends,
        "mode": training.mode,
        "hours": training.hours,
        "language": training.language,
        "topics": choices.chosen("topic"),
        "initiative": next(iter(choices.chosen("initiative")), ""),
        "audience": training.audience,
        "note": training.note,
    }


class PersonRow(forms.Form):
    """Somebody in a row: a record that is known (`person`), or a name as typed.

    `who` answers which of several people of that name it is.
    """

    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=pgettext_lazy("person", "Name"),
        required=False,
        max_length=260,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    who = forms.CharField(
        label=pgettext_lazy("person", "Who is it?"), required=False, max_length=40
    )
    drop = forms.BooleanField(label=pgettext_lazy("action", "Take out"), required=False)

    def __init__(self, choices: Choices, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.found: Any = None
        for field in self.fields.values():
            if isinstance(field, MemberField):
                field.members = choices.members

    @property
    def filled(self) -> bool:
        """The row names somebody and stays."""
        data = getattr(self, "cleaned_data", {})
        named = data.get("name") or data.get("person")
        return bool(named or self.errors) and not data.get("drop")

    def ask(self, options: list[tuple[str, str]]) -> None:
        """Let the reader choose one of several people."""
        self.fields["who"].widget = forms.Select(choices=[NOTHING, *options])

    @property
    def asks(self) -> bool:
        """Whether there is something to choose."""
        return isinstance(self.fields["who"].widget, forms.Select)


class TrainerRow(PersonRow):
    """Somebody who taught."""

    role = forms.ChoiceField(
        label=pgettext_lazy("trainer", "Role"),
        choices=TrainingTrainer.Role.choices,
        required=False,
    )
    days = number(pgettext_lazy("trainer", "Days"))


TrainerRow.base_fields = SharedFields(deepcopy(TrainerRow.base_fields))
TrainerRow.base_fields["name"].widget.attrs["list"] = "trainers"


SEX_OF_ONE = [
    NOTHING,
    (Sex.FEMALE.value, pgettext_lazy("sex of a person", "woman")),
    (Sex.MALE.value, pgettext_lazy("sex of a person", "man")),
    (Sex.UNDISCLOSED.value, pgettext_lazy("sex of a person", "undisclosed")),
    (Sex.NOT_RECORDED.value, pgettext_lazy("sex of a person", "not recorded")),
]


class ParticipantRow(PersonRow):
    """Somebody who took part."""

    sex = forms.ChoiceField(
        label=pgettext_lazy("person", "Sex"), choices=SEX_OF_ONE, required=False
    )
    sector = forms.ChoiceField(
        label=pgettext_lazy("person", "Sector"),
        choices=[NOTHING, *Sector.choices],
        required=False,
    )
    member = MemberField(label=pgettext_lazy("person", "Member"))
    organisation = forms.CharField(
        label=pgettext_lazy("person", "Employer"), required=False, max_length=200
    )
    days = number(pgettext_lazy("participation", "Days"))
    pre_score = number(pgettext_lazy("participation", "Pre-test %"))
    post_score = number(pgettext_lazy("participation", "Post-test %"))
    certificate = forms.BooleanField(
        label=pgettext_lazy("participation", "Certificate"), required=False
    )


ParticipantRow.base_fields = SharedFields(ParticipantRow.base_fields)
CELLS = [(sector, sex) for sector in Sector.values for sex in Sex.values]


class CountsForm(forms.Form):
    """Head-counts of one Member: a cell for each sector and sex.

    `member` is empty for the host's Member, `-` where it is not recorded.
    """

    member = MemberField(label=pgettext_lazy("head-count", "Member"))

    def __init__(self, choices: Choices, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["member"].members = choices.members  # type: ignore[attr-defined]
        for sector, sex in CELLS:
            self.fields[f"{sector}-{sex}"] = forms.IntegerField(
                required=False,
                min_value=0,
                max_value=MOST,
                label=f"{Sector(sector).label}, {Sex(sex).label}",
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0}),
            )

    def rows(self) -> Iterator[tuple[str, list[Any]]]:
        """The grid: a sector and its cells."""
        for sector in Sector.values:
            cells = [self[f"{sector}-{sex}"] for sex in Sex.values]
            yield str(Sector(sector).label), cells

    @property
    def heads(self) -> list[str]:
        """The heads of the columns."""
        return [str(label) for label in Sex.labels]

    def counts(self) -> Iterator[tuple[str, str, int]]:
        """The cells that are filled in, as (sector, sex, count)."""
        for sector, sex in CELLS:
            count = self.cleaned_data.get(f"{sector}-{sex}")
            if count:
                yield sector, sex, count

    def wrong_cells(self) -> list[tuple[str, str]]:
        """(label, message) of what is wrong in the grid."""
        return [
            (str(self.fields[name].label), str(message))
            for name, messages in self.errors.items()
            if name in self.fields and name != "member"
            for message in messages
        ]
