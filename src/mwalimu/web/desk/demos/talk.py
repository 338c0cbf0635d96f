"""The form of draft minutes: what the panel agrees, candidate by candidate."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.people.models import Person
from mwalimu.programmes.models import DemoCriterion, PanelMinutes
from mwalimu.programmes.models.demos import LEAST, MOST
from mwalimu.programmes.operations.demos import PanelSeat, ResultFacts
from mwalimu.programmes.queries.demos import CandidateLine
from mwalimu.web.desk.programmes.fields import line, offer

SEATS = 6
FIGURES = [("", "–"), *((number, str(number)) for number in range(LEAST, MOST + 1))]


class TalkForm(forms.Form):
    """A row of figures for each candidate, a row for each member of the panel."""

    text = forms.CharField(
        label=pgettext_lazy("label", "What the panel notes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self,
        *args: Any,
        candidates: Sequence[CandidateLine],
        people: Iterable[Person],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.candidates = candidates
        self.people = {str(person.uuid): person for person in people}
        for each in candidates:
            for name in DemoCriterion.values:
                self.fields[f"{name}_{each.key}"] = _figure(each, name)
            self.fields[f"remarks_{each.key}"] = line(
                pgettext_lazy("label", "Remarks"), 5_000
            )
        choices = [("", "–"), *((key, row.name) for key, row in self.people.items())]
        for number in range(1, SEATS + 1):
            self.fields[f"person_{number}"] = forms.ChoiceField(
                label=pgettext_lazy("label", "Member of the panel"), required=False
            )
            offer(self, f"person_{number}", choices)
            self.fields[f"organisation_{number}"] = line(
                pgettext_lazy("label", "Organisation"), 100
            )

    def clean(self) -> dict[str, Any]:
        """All three figures of a candidate, or none."""
        data = super().clean() or self.cleaned_data
        for each in self.candidates:
            keys = [f"{name}_{each.key}" for name in DemoCriterion.values]
            given = [data.get(key) for key in keys]
            if any(given) and not all(given):
                text = pgettext("problem", "Agree on all three figures, or on none.")
                self.add_error(keys[given.index(next(v for v in given if not v))], text)
        return data

    @property
    def rows(self) -> list[tuple[CandidateLine, list[Any], forms.BoundField]]:
        """Each candidate with the field of each criterion and its spread, and remarks."""
        return [
            (
                each,
                [
                    (self[f"{name}_{each.key}"], name, each.spreads[name])
                    for name in DemoCriterion.values
                ],
                self[f"remarks_{each.key}"],
            )
            for each in self.candidates
        ]

    @property
    def seats(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of each member of the panel."""
        return [
            (self[f"person_{number}"], self[f"organisation_{number}"])
            for number in range(1, SEATS + 1)
        ]

    def results(self) -> list[ResultFacts]:
        """What was agreed; a candidate without figures is left for other minutes."""
        data = self.cleaned_data
        return [
            ResultFacts(
                candidate=each.candidate,
                topic=each.topic,
                remarks=data[f"remarks_{each.key}"],
                **{name: data[f"{name}_{each.key}"] for name in DemoCriterion.values},
            )
            for each in self.candidates
            if data[f"{DemoCriterion.SKILL}_{each.key}"]
        ]

    def panel(self) -> list[PanelSeat]:
        """Who sits there."""
        data = self.cleaned_data
        return [
            PanelSeat(self.people[key], data[f"organisation_{number}"])
            for number in range(1, SEATS + 1)
            if (key := data[f"person_{number}"])
        ]


def _figure(each: CandidateLine, name: str) -> forms.TypedChoiceField:
    label = pgettext_lazy("label", "%(criterion)s of %(name)s")
    return forms.TypedChoiceField(
        label=label
        % {"criterion": DemoCriterion(name).label, "name": each.candidate.name},
        choices=FIGURES,
        coerce=int,
        empty_value=None,
        required=False,
    )


def initial_of(
    minutes: PanelMinutes, candidates: Sequence[CandidateLine]
) -> dict[str, Any]:
    """What was written; for a candidate of whom nothing was, what the means propose.

    Where assessors differ nothing is proposed: the panel has to talk. Nor is it for a
    candidate whom other minutes have settled.
    """
    values: dict[str, Any] = {"text": minutes.text}
    results = minutes.results.select_related("candidate", "topic")
    written = {(row.candidate_id, row.topic_id): row for row in results}
    for each in candidates:
        row = written.get((each.candidate.pk, each.topic.pk))
        for name, found in each.spreads.items():
            fresh = not written and each.settled_by is None and not found.differs
            proposed = found.proposed if fresh else None
            values[f"{name}_{each.key}"] = getattr(row, name) if row else proposed
        values[f"remarks_{each.key}"] = row.remarks if row else ""
    for number, seat in enumerate(minutes.panel.select_related("person"), 1):
        values[f"person_{number}"] = str(seat.person.uuid)
        values[f"organisation_{number}"] = seat.organisation
    return values
