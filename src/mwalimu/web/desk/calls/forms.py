"""Forms on calls and nominations. What they check is shape; operations check sense."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext, pgettext_lazy

from mwalimu.programmes.engine.calls import DEFAULT_RUBRIC
from mwalimu.programmes.models import Call, Cohort, Seat
from mwalimu.programmes.operations import CallFacts, CriterionFacts
from mwalimu.programmes.queries.calls import ScoreLine
from mwalimu.reference.models import Member
from mwalimu.web.desk.cohorts.forms import day_field, words_field
from mwalimu.web.desk.cohorts.picking import OfficerForm
from mwalimu.web.kit.requests import Request

LANGUAGES = ("en", "fr")
LINES = 8  # of a rubric; those left empty are none


class CallForm(forms.Form):
    """Topic, days, profile, then two tables: Members with seats, and the rubric."""

    topic = forms.ChoiceField(label=pgettext_lazy("label", "Topic"))
    opens_on = day_field(pgettext_lazy("label", "Names are taken from"))
    closes_on = day_field(
        pgettext_lazy("label", "Last day"),
        pgettext_lazy("help", "Until midnight where the administration is."),
    )
    profile_en = words_field(
        pgettext_lazy("label", "Who is wanted, in English"),
        pgettext_lazy("help", "Experience, language, post, how long they should stay."),
        required=False,
    )
    profile_fr = words_field(
        pgettext_lazy("label", "Who is wanted, in French"), required=False
    )

    def __init__(
        self,
        cohort: Cohort,
        members: Sequence[Member],
        data: Any = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.topics = {topic.code: topic for topic in cohort.topics.all()}
        self.members = {f"seats_{member.code}": member for member in members}
        language = get_language() or "en"
        topic = self.fields["topic"]
        if isinstance(topic, forms.ChoiceField):
            topic.choices = [(c, str(t.name(language))) for c, t in self.topics.items()]
        for name in ("profile_en", "profile_fr"):
            self.fields[name].max_length = 5000  # type: ignore[attr-defined]
        for name, member in self.members.items():
            self.fields[name] = forms.IntegerField(
                label=str(member.name(language)),
                min_value=0,
                max_value=20,
                required=False,
            )
        for number in range(1, LINES + 1):
            self._line(number)

    def _line(self, number: int) -> None:
        labels = {
            "en": pgettext_lazy("label", "Criterion, in English"),
            "fr": pgettext_lazy("label", "Criterion, in French"),
        }
        for code, label in labels.items():
            name = f"criterion_{number}_{code}"
            self.fields[name] = forms.CharField(
                label=label, max_length=200, required=False
            )
        self.fields[f"weight_{number}"] = forms.IntegerField(
            label=pgettext_lazy("label", "Weight"),
            min_value=1,
            max_value=100,
            required=False,
        )

    def first_fields(self) -> list[forms.BoundField]:
        """What comes before the tables."""
        names = ("topic", "opens_on", "closes_on", "profile_en", "profile_fr")
        return [self[name] for name in names]

    def member_fields(self) -> Iterator[tuple[Member, forms.BoundField]]:
        """Each Member of the cohort with the number of names asked of it."""
        for name, member in self.members.items():
            yield member, self[name]

    def rubric_fields(self) -> Iterator[list[forms.BoundField]]:
        """The cells of each line of the rubric."""
        for number in range(1, LINES + 1):
            names = (
                *(f"criterion_{number}_{c}" for c in LANGUAGES),
                f"weight_{number}",
            )
            yield [self[name] for name in names]

    def facts(self) -> CallFacts:
        """What the form says."""
        data = self.cleaned_data
        seats = {m: data[name] for name, m in self.members.items() if data[name]}
        return CallFacts(
            topic=self.topics[data["topic"]],
            opens_on=data["opens_on"],
            closes_on=data["closes_on"],
            profiles={code: data[f"profile_{code}"] for code in LANGUAGES},
            seats=seats,
            criteria=tuple(self._rubric(data)),
        )

    def _rubric(self, data: dict[str, Any]) -> Iterator[CriterionFacts]:
        for number in range(1, LINES + 1):
            names = {c: data[f"criterion_{number}_{c}"].strip() for c in LANGUAGES}
            names = {code: text for code, text in names.items() if text}
            if names:
                yield CriterionFacts(names, data[f"weight_{number}"] or 1)


def initial_of(call: Call) -> dict[str, Any]:
    """What the form shows of a call."""
    found: dict[str, Any] = {
        "topic": call.topic.code,
        "opens_on": call.opens_on,
        "closes_on": call.closes_on,
        **{f"profile_{code}": call.profiles.get(code, "") for code in LANGUAGES},
    }
    for row in call.invited.select_related("member"):
        found[f"seats_{row.member.code}"] = row.seats
    return found | rubric_of((line.names, line.weight) for line in call.criteria.all())


def rubric_of(lines: Any = DEFAULT_RUBRIC) -> dict[str, Any]:
    """The cells of a rubric."""
    found: dict[str, Any] = {}
    for number, (names, weight) in enumerate(lines, 1):
        found |= {f"criterion_{number}_{c}": names.get(c, "") for c in LANGUAGES}
        found[f"weight_{number}"] = weight
    return found


class UntilForm(forms.Form):
    """Until which day late names are taken."""

    until = day_field(
        pgettext_lazy("label", "Take late names until"),
        pgettext_lazy("help", "Until midnight where the administration is."),
    )


def motivation_field() -> forms.CharField:
    """Why this officer."""
    field = words_field(
        pgettext_lazy("label", "Why this officer"),
        pgettext_lazy(
            "help",
            "What they do, what they have taught, in which languages. The project team"
            " and the officer read it.",
        ),
        required=False,
    )
    field.max_length = 5000
    field.widget.attrs["rows"] = 6
    return field


class NominateForm(OfficerForm):
    """Who is nominated, and why."""

    motivation = motivation_field()


class MotivationForm(forms.Form):
    """Why this officer."""

    motivation = motivation_field()


class FileForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=pgettext_lazy("label", "File"),
        help_text=pgettext_lazy(
            "help", "PDF, Word, OpenDocument, or a picture of a scan; at most 10 MB."
        ),
    )


class ScoreForm(forms.Form):
    """A score for each criterion."""

    def __init__(self, lines: Sequence[ScoreLine], data: Any = None) -> None:
        super().__init__(data)
        self.lines = {f"score_{row.criterion.position}": row for row in lines}
        for name, row in self.lines.items():
            self.fields[name] = forms.IntegerField(
                label=str(row.criterion.position),
                min_value=0,
                max_value=row.criterion.most,
                initial=row.mine,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    def cells(self) -> Iterator[tuple[ScoreLine, forms.BoundField]]:
        """Each criterion with its field."""
        for name, row in self.lines.items():
            yield row, self[name]


class AcceptForm(forms.Form):
    """From when, and on which seat."""

    since = day_field(pgettext_lazy("label", "Holds the seat from"))
    seat = forms.ChoiceField(label=pgettext_lazy("label", "Seat"))

    def __init__(
        self, seats: Sequence[tuple[Seat, bool]], data: Any = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.seats = {str(seat.uuid): seat for seat, _ in seats}
        field = self.fields["seat"]
        vacant = pgettext("seats", "Seat %(number)d, vacant")
        held = pgettext("seats", "Seat %(number)d, held")
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (str(seat.uuid), (vacant if free else held) % {"number": seat.number})
                for seat, free in seats
            ]


class AnotherForm(forms.Form):
    """The words of the request, and by when an answer is hoped for."""

    language = forms.ChoiceField(
        label=pgettext_lazy("label", "Language"),
        choices=[("en", "English"), ("fr", "Français")],
    )
    text = words_field(
        pgettext_lazy("label", "The request"),
        pgettext_lazy(
            "help",
            "It thanks, and asks. It does not grade the officer or the administration,"
            " and it says nothing of scores.",
        ),
    )
    answer_by = day_field(
        pgettext_lazy("label", "Answer by"),
        pgettext_lazy(
            "help", "Until then the call takes a late name from this Member."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].widget.attrs["rows"] = 10


def officer_form(request: Request, member: Member, data: Any = None) -> NominateForm:
    """The form of a new nomination."""
    return NominateForm(request, member, data)
