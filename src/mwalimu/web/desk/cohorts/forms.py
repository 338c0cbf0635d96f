"""Forms on seats. What they check is shape; operations check sense."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.programmes.models import Holding, Seat
from mwalimu.reference.models import Member, Topic


def day_field(
    label: Any, help_text: Any = "", required: bool = True
) -> forms.DateField:
    """A day, by the browser's own date field."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def words_field(
    label: Any, help_text: Any = "", required: bool = True
) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


WHY = pgettext_lazy("label", "Reason")
WHY_HELP = pgettext_lazy(
    "help", "As the letter gives it. The administration and the project team read it."
)
LAST_DAY = pgettext_lazy("label", "Last day")


class SeatsForm(forms.Form):
    """A table of numbers: Members down, topics across."""

    def __init__(
        self,
        members: Sequence[Member],
        topics: Sequence[Topic],
        present: Mapping[tuple[int, int], int],
        data: Any = None,
    ) -> None:
        super().__init__(data)
        self.pairs: dict[str, tuple[Member, Topic]] = {}
        self.members, self.topics = members, topics
        language = get_language() or "en"
        for member in members:
            for topic in topics:
                name = f"{member.code}-{topic.code}"
                self.pairs[name] = (member, topic)
                self.fields[name] = forms.IntegerField(
                    label=f"{member.name(language)}, {topic.name(language)}",
                    min_value=0,
                    max_value=20,
                    initial=present.get((member.pk, topic.pk), 0),
                    widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                )

    def rows(self) -> Iterator[tuple[Member, list[forms.BoundField]]]:
        """Each Member with its fields, in the order of the topics."""
        for member in self.members:
            yield member, [self[f"{member.code}-{topic.code}"] for topic in self.topics]

    def lines(self) -> Iterator[tuple[Member, Topic, int]]:
        """What was asked for."""
        for name, (member, topic) in self.pairs.items():
            yield member, topic, self.cleaned_data[name]


class EndForm(forms.Form):
    """The last day, and why."""

    on = day_field(LAST_DAY)
    reason = words_field(WHY, WHY_HELP)


class CompleteForm(forms.Form):
    """The last day; a note where there is something to say."""

    on = day_field(LAST_DAY)
    note = words_field(pgettext_lazy("label", "Note"), required=False)


class CompleteAllForm(forms.Form):
    """The last day of everybody who still holds a seat."""

    on = day_field(LAST_DAY)


class ReasonForm(forms.Form):
    """Why something is put right."""

    reason = words_field(WHY, WHY_HELP)


class CorrectForm(forms.Form):
    """The days as they should have been written."""

    since = day_field(pgettext_lazy("label", "First day"))
    until = day_field(LAST_DAY, required=False)
    reason = words_field(WHY, WHY_HELP)

    def __init__(self, holding: Holding, data: Any = None) -> None:
        initial = {"since": holding.since, "until": holding.until}
        super().__init__(data, initial=initial)
        if holding.until is None:
            del self.fields["until"]


class SeatChoice(forms.ChoiceField):
    """One seat of several, by its public id."""

    def offer(self, seats: Sequence[Seat]) -> None:
        """Let it choose among these."""
        language = get_language() or "en"
        self.seats = {str(seat.uuid): seat for seat in seats}
        self.choices = [
            (
                str(seat.uuid),
                f"{seat.cohort.code}, {seat.member.name(language)},"
                f" {seat.topic.name(language)}, {seat.number}",
            )
            for seat in seats
        ]


class TransferForm(forms.Form):
    """To which seat, from when, why."""

    to = SeatChoice(label=pgettext_lazy("label", "To which seat"))
    on = day_field(
        pgettext_lazy("label", "From which day"),
        pgettext_lazy("help", "The day before is the last day in the present seat."),
    )
    reason = words_field(WHY, WHY_HELP)


class ResumeForm(forms.Form):
    """To which seat, from when."""

    to = SeatChoice(label=pgettext_lazy("label", "To which seat"))
    since = day_field(pgettext_lazy("label", "First day"))
    note = words_field(pgettext_lazy("label", "Note"), required=False)
