"""The rows of the form: trainers, people in full rows and in lines, head-counts."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext

from mwalimu.web.kit.trainings.compact import CompactRow
from mwalimu.web.kit.trainings.forms import CountsForm, ParticipantRow, TrainerRow


@dataclass
class Blocks:
    """The small forms of the page, by kind of row."""

    trainers: list[TrainerRow]
    people: list[ParticipantRow | CompactRow]
    counts: list[CountsForm]

    @property
    def full(self) -> list[ParticipantRow]:
        """People in rows that can be changed."""
        return [row for row in self.people if isinstance(row, ParticipantRow)]

    @property
    def compact(self) -> list[CompactRow]:
        """People in lines."""
        return [row for row in self.people if isinstance(row, CompactRow)]

    @property
    def forms(self) -> list[Any]:
        """All that can be changed."""
        return [*self.trainers, *self.full, *self.counts]

    def wrong(self) -> list[tuple[str, str, str]]:
        """(id of the field, label, message) of what is wrong in the rows."""
        found = []
        for form in self.forms:
            for name, messages in form.errors.items() if form.is_bound else ():
                field = form[name]
                text = self._told(form, str(field.label))
                found += [
                    (field.id_for_label, text, str(message)) for message in messages
                ]
        return found

    def _told(self, form: Any, field: str) -> str:
        """Which field of which row: its number and name, where it has them."""
        row = form["name"].value() if "name" in form.fields else ""
        if not row:
            return field
        if not isinstance(form, ParticipantRow):
            return pgettext("form", "%(row)s: %(field)s") % {"row": row, "field": field}
        number = self.people.index(form) + 1
        text = pgettext("form", "Person %(number)s, %(row)s: %(field)s")
        return text % {"number": number, "row": row, "field": field}
