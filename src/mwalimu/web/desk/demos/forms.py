"""Forms on demo slots. What they check is shape; operations check sense."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.people.models import Person
from mwalimu.programmes.engine.scheduling import in_turn
from mwalimu.programmes.models import Holding
from mwalimu.programmes.operations.demos import Candidate, DemoRefused
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.programmes.fields import line, offer
from mwalimu.web.kit import writing
from mwalimu.web.kit.forms import say_at


def hour(label: Any) -> forms.TimeField:
    """The browser's own field for a time of day."""
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


def several(label: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    """Ticks; the choices are offered later."""
    return forms.MultipleChoiceField(
        label=label, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


class PlanForm(forms.Form):
    """Who teaches, on which days, from when to when."""

    candidates = several(
        pgettext_lazy("label", "WG members"),
        pgettext_lazy("help", "Those who have a slot already are not ticked."),
    )
    order = forms.ChoiceField(
        label=pgettext_lazy("label", "Order"),
        choices=[
            ("turn", pgettext_lazy("order of slots", "Members in turn")),
            ("listed", pgettext_lazy("order of slots", "as listed above")),
        ],
    )
    days = several(pgettext_lazy("label", "Days"))
    starts = hour(pgettext_lazy("label", "From"))
    ends = hour(pgettext_lazy("label", "To"))
    minutes = forms.IntegerField(label=pgettext_lazy("label", "Minutes of a slot"))
    pause = forms.IntegerField(
        label=pgettext_lazy("label", "Minutes between two slots")
    )
    room = line(pgettext_lazy("label", "Room"), 100)

    def offer_from(self, holdings: Sequence[Holding], days: Iterable[date]) -> None:
        """Let the form choose among these people and days."""
        reading = get_language() or "en"
        self.holdings = {_key(row): row for row in holdings}
        pairs = [
            (
                key,
                f"{row.person.name} ({row.seat.member.name(reading)},"
                f" {row.seat.topic.name(reading)})",
            )
            for key, row in self.holdings.items()
        ]
        offer(self, "candidates", pairs)
        offer(self, "days", _days(days))

    def chosen(self) -> list[Candidate]:
        """The candidates in the order that was asked for."""
        rows = [self.holdings[key] for key in self.cleaned_data["candidates"]]
        if self.cleaned_data["order"] == "turn":
            rows = in_turn((row.seat.member_id, row) for row in rows)
        return [Candidate(row.person, row.seat.topic) for row in rows]


class SlotForm(forms.Form):
    """When and where one slot is held, and what is taught."""

    day = forms.DateField(
        label=pgettext_lazy("label", "Day"), required=False, widget=day_input()
    )
    starts = forms.TimeField(
        label=pgettext_lazy("label", "From"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    minutes = forms.IntegerField(label=pgettext_lazy("label", "Minutes of a slot"))
    title = line(pgettext_lazy("label", "What is taught"))
    room = line(pgettext_lazy("label", "Room"), 100)


class AssessorsForm(forms.Form):
    """Who scores."""

    assessors = several(
        pgettext_lazy("label", "Assessors"),
        pgettext_lazy(
            "help",
            "Two at least. Nobody scores a WG member of their own administration.",
        ),
    )

    def offer_people(self, people: Iterable[Person]) -> None:
        """Let the form choose among these people."""
        self.people = {str(person.uuid): person for person in people}
        offer(self, "assessors", ((key, row.name) for key, row in self.people.items()))

    def chosen(self) -> list[Person]:
        """The people who were ticked."""
        return [self.people[key] for key in self.cleaned_data["assessors"]]


def say_why(form: forms.Form, refused: DemoRefused) -> None:
    """Put what was refused at its field."""
    say_at(form, refused.field, refused.message)


def _key(row: Holding) -> str:
    return f"{row.person.uuid.hex}_{row.seat.topic.code}"


def _days(days: Iterable[date]) -> list[tuple[str, str]]:
    reading = get_language() or "en"
    return [(day.isoformat(), writing.long_day(day, reading)) for day in days]
