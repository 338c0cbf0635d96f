"""Forms of the board. What they check is shape; operations check sense."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.programmes.engine.logistics import ARRIVAL, HOTEL, PASSPORT
from mwalimu.programmes.models import Arrangement
from mwalimu.programmes.queries.logistics import Board, Cell
from mwalimu.programmes.queries.logistics.wording import LABELS
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.programmes.fields import line, offer
from mwalimu.web.desk.sessions.forms import hour
from mwalimu.web.kit.lists import FilterForm

SHOW = (
    ("", pgettext_lazy("filter", "all")),
    ("open", pgettext_lazy("logistics", "what is open")),
    ("late", pgettext_lazy("logistics", "what is late")),
)


def day_field(label: Any) -> forms.DateField:
    """The browser's own field for a day."""
    return forms.DateField(label=label, required=False, widget=day_input())


class BoardFilter(FilterForm):
    """What to show: all, what is open or late, of one step or Member."""

    show = forms.ChoiceField(label=pgettext_lazy("filter", "Show"), choices=SHOW)
    step = forms.ChoiceField(label=pgettext_lazy("filter", "Step"))
    member = forms.ChoiceField(label=pgettext_lazy("filter", "Member"))

    def __init__(self, board: Board, members: list[tuple[str, str]], data: Any) -> None:
        super().__init__(data, auto_id="filter_%s")
        del self.fields["q"]
        every = ("", pgettext_lazy("filter", "all"))
        steps = [(step, LABELS[step]) for step in board.steps]
        offer(self, "step", [every, *steps])
        offer(self, "member", [every, *members])
        if len(members) < 2:
            del self.fields["member"]


class BulkForm(forms.Form):
    """One step of everybody who is ticked."""

    step = forms.ChoiceField(label=pgettext_lazy("label", "Step"))
    state = forms.ChoiceField(
        label=pgettext_lazy("label", "State"), choices=Arrangement.State.choices
    )
    day = day_field(pgettext_lazy("label", "Day"))
    note = line(pgettext_lazy("label", "Note"))

    def __init__(self, steps: Iterable[str], data: Any = None) -> None:
        initial = {"state": Arrangement.State.DONE}
        super().__init__(data, initial=initial, auto_id="bulk_%s")
        offer(self, "step", [(step, LABELS[step]) for step in steps])


class StepForm(forms.Form):
    """One step of one person. `seen` says what stood there when the form was opened."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    state = forms.ChoiceField(
        label=pgettext_lazy("label", "State"),
        choices=Arrangement.State.choices,
        widget=forms.RadioSelect,
    )
    day = day_field(pgettext_lazy("label", "Day"))
    hour = hour(pgettext_lazy("label", "Hour"))
    until = day_field(pgettext_lazy("label", "Leaves on"))
    note = line(pgettext_lazy("label", "Note"))

    def __init__(self, cell: Cell, seen: str, data: Any = None) -> None:
        names = ("state", "day", "hour", "until", "note")
        initial = {name: getattr(cell, name) for name in names} | {"seen": seen}
        super().__init__(data, initial=initial)
        if cell.step != ARRIVAL:
            del self.fields["hour"]
        if cell.step != HOTEL:
            del self.fields["until"]
        self._word(cell.step)

    def _word(self, step: str) -> None:
        """What day and note are called where they are more than that."""
        words = {
            ARRIVAL: (
                pgettext("label", "Day of arrival"),
                pgettext("label", "Flight, or how they arrive"),
            ),
            HOTEL: (pgettext("label", "First night"), pgettext("label", "Hotel")),
            PASSPORT: (
                pgettext("label", "Day"),
                pgettext("label", "Name as in the passport"),
            ),
        }
        if step in words:
            self.fields["day"].label, self.fields["note"].label = words[step]


class DeadlinesForm(forms.Form):
    """A day for each step; an empty one is the product's own again."""

    def __init__(self, board: Board, data: Any = None) -> None:
        super().__init__(data)
        for column in board.columns:
            self.fields[column.step] = day_field(LABELS[column.step])
            self.initial[column.step] = column.due
