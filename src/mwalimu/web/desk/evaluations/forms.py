"""Forms on evaluations and decisions. What they check is shape; operations check sense."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.forms.models import Question, SetEdition
from mwalimu.programmes.models import SessionDecision
from mwalimu.programmes.operations.evaluations import DecisionFacts
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.programmes.fields import NONE, line, offer
from mwalimu.web.kit.questions import plain

LATE = pgettext_lazy("help", "Answers are taken to the end of that day.")


class DaysForm(forms.Form):
    """From when until when answers are taken."""

    opens_on = forms.DateField(
        label=pgettext_lazy("label", "Opens on"), widget=day_input()
    )
    closes_on = forms.DateField(
        label=pgettext_lazy("label", "Last day"), widget=day_input(), help_text=LATE
    )


class OpenForm(DaysForm):
    """Also with which form."""

    form = forms.ChoiceField(label=pgettext_lazy("label", "Form"))
    field_order = ("form",)

    def offer_forms(self, editions: Iterable[SetEdition]) -> None:
        """Let it choose among the editions in use."""
        language = get_language() or "en"
        named = [
            (str(row.uuid), plain(row.question_set.names, language)) for row in editions
        ]
        offer(self, "form", named)


class DecisionForm(forms.Form):
    """What is decided, why, and on what it stands."""

    what = forms.CharField(
        label=pgettext_lazy("label", "What is decided"), max_length=300
    )
    why = forms.CharField(
        label=pgettext_lazy("label", "Why"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    question = forms.ChoiceField(
        label=pgettext_lazy("label", "The question it stands on"), required=False
    )
    remark = forms.CharField(
        label=pgettext_lazy("label", "The remark it stands on"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=pgettext_lazy(
            "help", "Only the project team reads it. Name nobody who wrote it."
        ),
    )
    owner = line(pgettext_lazy("label", "Who sees to it"))
    due_on = forms.DateField(
        label=pgettext_lazy("label", "By when"), required=False, widget=day_input()
    )

    def __init__(self, questions: Iterable[Question], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.questions = {str(row.uuid): row for row in questions}
        language = get_language() or "en"
        named = [
            (key, plain(row.texts, language)) for key, row in self.questions.items()
        ]
        offer(self, "question", [*NONE, *named])
        if not named:
            del self.fields["question"], self.fields["remark"]

    @staticmethod
    def said_by(decision: SessionDecision) -> dict[str, Any]:
        """The initial values."""
        plainly = ("what", "why", "remark", "owner", "due_on")
        question = decision.question
        return {
            **{name: getattr(decision, name) for name in plainly},
            "question": str(question.uuid) if question else "",
        }

    def facts(self) -> DecisionFacts:
        """What the form says."""
        data = self.cleaned_data
        return DecisionFacts(
            what=data["what"],
            why=data["why"],
            question=self.questions.get(data.get("question", "")),
            remark=data.get("remark", ""),
            owner=data["owner"],
            due_on=data["due_on"],
        )


class SettleForm(forms.Form):
    """It was carried out, or is dropped."""

    state = forms.ChoiceField(
        label=pgettext_lazy("label", "What became of it"),
        choices=[
            (value, label)
            for value, label in SessionDecision.State.choices
            if value != SessionDecision.State.OPEN
        ],
        widget=forms.RadioSelect,
    )
    outcome = line(
        pgettext_lazy("label", "In a few words"),
        300,
        pgettext_lazy("help", "A decision is dropped for a reason."),
    )
