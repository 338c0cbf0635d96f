"""Forms on a session. What they check is shape; operations check sense."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import AgendaItem, Paper
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.people.loaders import find_one
from mwalimu.web.desk.programmes.fields import line, offer
from mwalimu.web.desk.programmes.forms import LANGUAGES
from mwalimu.web.kit import writing


def hour(label: Any, *, required: bool = False) -> forms.TimeField:
    """The browser's own field for a time of day."""
    return forms.TimeField(
        label=label,
        required=required,
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


class ItemForm(forms.Form):
    """A line of the agenda."""

    day = forms.ChoiceField(label=pgettext_lazy("label", "Day"))
    starts_at = hour(pgettext_lazy("label", "Begins at"), required=True)
    ends_at = hour(pgettext_lazy("label", "Ends at"))
    title = forms.CharField(label=pgettext_lazy("label", "Title"), max_length=200)
    kind = forms.ChoiceField(
        label=pgettext_lazy("label", "Kind"), choices=AgendaItem.Kind.choices
    )
    speaker = line(pgettext_lazy("label", "Speaker"))
    room = line(pgettext_lazy("label", "Room"), 100)

    def offer_days(self, days: Iterable[date]) -> None:
        """Let the form choose among these days."""
        reading = get_language() or "en"
        choices = [(day.isoformat(), writing.long_day(day, reading)) for day in days]
        offer(self, "day", choices)


class PaperForm(forms.Form):
    """A paper: a file, its title and language, and who may read it."""

    title = forms.CharField(label=pgettext_lazy("label", "Title"), max_length=200)
    file = forms.FileField(
        label=pgettext_lazy("label", "File"),
        help_text=pgettext_lazy(
            "help", "PDF, Word, Excel, PowerPoint, OpenDocument or text, at most 20 MB."
        ),
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("label", "Language"), choices=LANGUAGES, required=False
    )
    seen_by = forms.ChoiceField(
        label=pgettext_lazy("label", "Who may read it"),
        choices=Paper.SeenBy.choices,
        widget=forms.RadioSelect,
        initial=Paper.SeenBy.PARTICIPANTS,
    )


class ExpertForm(forms.Form):
    """Somebody who teaches or advises: recorded here, or a name."""

    person = forms.CharField(
        label=pgettext_lazy("label", "Person recorded here"),
        max_length=200,
        required=False,
        help_text=pgettext_lazy("help", "Their name; or else write a name below."),
    )
    name = line(pgettext_lazy("label", "Name"))
    organisation = line(pgettext_lazy("label", "Organisation"))
    part = line(
        pgettext_lazy("label", "What they do"),
        help_text=pgettext_lazy("help", "For example: leads the case studies."),
    )

    def __init__(self, viewer: Viewer, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.viewer = viewer

    def clean_person(self) -> Person | None:
        """The one person of that name, if one is given."""
        text = self.cleaned_data["person"]
        return find_one(self.viewer, text) if text else None


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


class MoveForm(forms.Form):
    """The new first day."""

    first = forms.DateField(
        label=pgettext_lazy("label", "New first day"), widget=day_input()
    )


class CancelForm(forms.Form):
    """Why a session does not take place."""

    why = line(
        pgettext_lazy("label", "Reason"),
        300,
        pgettext_lazy("help", "Everybody invited reads it."),
    )
