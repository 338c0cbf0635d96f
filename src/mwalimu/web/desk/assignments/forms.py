"""The form of an assignment."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.programmes.models import Assignment, Cohort, Stage
from mwalimu.programmes.operations.assignments import AssignmentFacts, CriterionFacts
from mwalimu.reference.models import Topic
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.programmes.fields import line, per_language, texts

EMPTY_LINES = 2
FEWEST_LINES = 4
MOST_LINES = 12


def paragraph(label: Any) -> forms.CharField:
    """Several lines that may be empty."""
    return forms.CharField(
        label=label, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )


class AssignmentForm(forms.Form):
    """What is asked of whom, until when, and how it is judged."""

    code = forms.CharField(
        label=pgettext_lazy("label", "Code"),
        max_length=20,
        help_text=pgettext_lazy("help", "Short, for lists: IS1-A."),
    )
    title_en = line(pgettext_lazy("label", "Title in English"))
    title_fr = line(pgettext_lazy("label", "Title in French"))
    instructions_en = paragraph(
        pgettext_lazy("label", "What is to be done, in English")
    )
    instructions_fr = paragraph(pgettext_lazy("label", "What is to be done, in French"))
    stage = forms.ChoiceField(label=pgettext_lazy("label", "Stage"), required=False)
    topic = forms.ChoiceField(
        label=pgettext_lazy("label", "Topic"),
        required=False,
        help_text=pgettext_lazy("help", "Empty: for everybody of the cohort."),
    )
    due_on = forms.DateField(
        label=pgettext_lazy("label", "Due on"),
        widget=day_input(),
        help_text=pgettext_lazy(
            "help", "To the end of that day in the time zone of each WG member."
        ),
    )
    late_until = forms.DateField(
        label=pgettext_lazy("label", "Taken as late until"),
        required=False,
        widget=day_input(),
        help_text=pgettext_lazy("help", "Empty: nothing is taken after the due day."),
    )
    assessors_wanted = forms.TypedChoiceField(
        label=pgettext_lazy("label", "Assessors"),
        coerce=int,
        choices=[
            (1, pgettext_lazy("assessors", "one")),
            (2, pgettext_lazy("assessors", "two, who must agree")),
        ],
    )

    def __init__(self, *args: Any, cohort: Cohort, **options: Any) -> None:
        super().__init__(*args, **options)
        self.stages = list(cohort.stages.all())
        self.topics = list(cohort.topics.all())
        language = get_language() or "en"
        self._offer("stage", ((row.code, _named(row)) for row in self.stages))
        self._offer("topic", ((r.code, str(r.name(language))) for r in self.topics))
        given = len([key for key in self.initial if key.endswith("_most")])
        for number in range(
            1, min(MOST_LINES, max(FEWEST_LINES, given + EMPTY_LINES)) + 1
        ):
            self.fields |= _rubric_line(number)

    def _offer(self, name: str, pairs: Iterable[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", pgettext_lazy("choice", "none")), *pairs]

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """Everything but the rubric."""
        return [field for field in self if not field.name.startswith("rubric")]

    @property
    def rubric_rows(self) -> list[list[forms.BoundField]]:
        """The fields of each line of the rubric."""
        numbers = [key.split("_")[1] for key in self.fields if key.endswith("_most")]
        return [
            [self[f"rubric_{number}_{part}"] for part in ("en", "fr", "most")]
            for number in numbers
        ]

    def facts(self) -> AssignmentFacts:
        """What was filled in, for the operation."""
        data = self.cleaned_data
        return AssignmentFacts(
            code=data["code"],
            titles=texts(data, "title"),
            instructions=texts(data, "instructions"),
            stage=_picked(self.stages, data["stage"]),
            topic=_picked(self.topics, data["topic"]),
            due_on=data["due_on"],
            late_until=data["late_until"],
            assessors_wanted=data["assessors_wanted"],
            rubric=tuple(self._rubric()),
        )

    def _rubric(self) -> Iterable[CriterionFacts]:
        for fields in self.rubric_rows:
            prefix = fields[0].name.removesuffix("_en")
            names = texts(self.cleaned_data, prefix)
            if names:
                most = self.cleaned_data[f"{prefix}_most"]
                yield CriterionFacts(names, 5 if most is None else most)


def initial_of(row: Assignment) -> dict[str, Any]:
    """An assignment as the form shows it."""
    values: dict[str, Any] = {
        "code": row.code,
        **per_language("title", row.titles),
        **per_language("instructions", row.instructions),
        "stage": row.stage.code if row.stage else "",
        "topic": row.topic.code if row.topic else "",
        "due_on": row.due_on,
        "late_until": row.late_until,
        "assessors_wanted": row.assessors_wanted,
    }
    for number, each in enumerate(row.criteria.all(), 1):
        values |= per_language(f"rubric_{number}", each.names)
        values[f"rubric_{number}_most"] = each.most
    return values


def _rubric_line(number: int) -> Mapping[str, forms.Field]:
    return {
        f"rubric_{number}_en": line(pgettext_lazy("label", "Criterion in English")),
        f"rubric_{number}_fr": line(pgettext_lazy("label", "Criterion in French")),
        f"rubric_{number}_most": forms.IntegerField(
            label=pgettext_lazy("label", "Highest score"), required=False
        ),
    }


def _named(stage: Stage) -> str:
    name = stage.names.get(get_language() or "en") or stage.names.get("en", "")
    return f"{stage.code} {name}".strip()


def _picked(rows: list[Any], code: str) -> Any:
    found: Stage | Topic | None = next((row for row in rows if row.code == code), None)
    return found
