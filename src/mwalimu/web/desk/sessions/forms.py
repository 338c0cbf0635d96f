"""Forms on a session. What they check is shape; operations check sense."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.web.desk.people.loaders import find_one
from mwalimu.web.desk.programmes.fields import offer
from mwalimu.web.kit import writing


def hour(label: Any) -> forms.TimeField:
    """The browser's own field for a time of day; it may be empty."""
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


class DaysForm(forms.Form):
    """The days on which a session meets, and the hours."""

    days = forms.MultipleChoiceField(
        label=pgettext_lazy("label", "Days"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=pgettext_lazy("help", "Saturdays and Sundays only if you tick them."),
    )
    opens_at = hour(pgettext_lazy("label", "Begins at"))
    closes_at = hour(pgettext_lazy("label", "Ends at"))

    def offer_days(self, days: Iterable[date]) -> None:
        """Let the form choose among these days."""
        reading = get_language() or "en"
        choices = [(day.isoformat(), writing.long_day(day, reading)) for day in days]
        offer(self, "days", choices)

    def clean_days(self) -> list[date]:
        """The days as dates."""
        return [date.fromisoformat(text) for text in self.cleaned_data["days"]]


class GuestForm(forms.Form):
    """Somebody who sits in, and why."""

    person = forms.CharField(
        label=pgettext_lazy("label", "Name"),
        max_length=200,
        help_text=pgettext_lazy("help", "The name of a person who is recorded here."),
    )
    reason = forms.CharField(
        label=pgettext_lazy("label", "Reason"),
        max_length=200,
        help_text=pgettext_lazy(
            "help", "For example: observer of the regional office."
        ),
    )

    def __init__(self, viewer: Viewer, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.viewer = viewer

    def clean_person(self) -> Person:
        """The one person of that name."""
        return find_one(self.viewer, self.cleaned_data["person"])
