"""The forms of intersessional work. What they check is shape; operations check sense."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.programmes.models import Criterion, Review
from mwalimu.programmes.operations.assignments import WorkRefused
from mwalimu.shared.languages import in_language
from mwalimu.web.kit.forms import say_at


class HandInForm(forms.Form):
    """A text and a link; files come beside it (kit/upload.html)."""

    text = forms.CharField(
        label=pgettext_lazy("label", "Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    link = forms.CharField(
        label=pgettext_lazy("label", "Link"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy(
            "help", "Where the work lies, if it is too large to be sent."
        ),
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
    )


class OnBehalfForm(HandInForm):
    """The same by the project team, for somebody who could not."""

    reason = forms.CharField(
        label=pgettext_lazy("label", "Why you hand it in for them"),
        max_length=500,
        help_text=pgettext_lazy(
            "help",
            "For example: the work came by mail on 8 March. The person reads it.",
        ),
    )


class ReviewForm(forms.Form):
    """A score for each line of the rubric, a decision, and remarks."""

    decision = forms.ChoiceField(
        label=pgettext_lazy("label", "Decision"),
        choices=[
            (
                Review.Decision.ACCEPT,
                pgettext_lazy("decision of a review", "accept: it is good enough"),
            ),
            (
                Review.Decision.REPEAT,
                pgettext_lazy(
                    "decision of a review", "repeat: a new version is wanted"
                ),
            ),
            (
                Review.Decision.REJECT,
                pgettext_lazy(
                    "decision of a review", "reject: no new version is taken"
                ),
            ),
        ],
        widget=forms.RadioSelect,
    )
    remarks = forms.CharField(
        label=pgettext_lazy("label", "Remarks"),
        required=False,
        help_text=pgettext_lazy(
            "help",
            "For the author, who reads them once the work is settled. Needed unless you"
            " accept.",
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, rubric: Iterable[Criterion], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rubric = list(rubric)
        lines = {f"score_{each.pk}": score_field(each) for each in self.rubric}
        self.fields = {**lines, **self.fields}

    @property
    def scores(self) -> dict[int, int]:
        """What was given, by the key of the criterion."""
        return {each.pk: self.cleaned_data[f"score_{each.pk}"] for each in self.rubric}


class DecisionForm(forms.Form):
    """What the project team decides where assessors differ."""

    decision = forms.ChoiceField(
        label=pgettext_lazy("label", "Decision"),
        choices=[("", pgettext_lazy("choice", "choose")), *Review.Decision.choices],
    )
    reason = forms.CharField(
        label=pgettext_lazy("label", "Reason"),
        help_text=pgettext_lazy("help", "The author reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def score_field(criterion: Criterion) -> forms.IntegerField:
    """A whole number from 0 to what the criterion allows; the operation checks it."""
    name = in_language(criterion.names, (get_language() or "en",)).text
    return forms.IntegerField(
        label=pgettext_lazy("label", "%(name)s, 0 to %(most)s")
        % {"name": name, "most": criterion.most},
        widget=forms.NumberInput(
            attrs={"min": 0, "max": criterion.most, "inputmode": "numeric"}
        ),
    )


def say_why(form: forms.Form, refused: WorkRefused) -> None:
    """Put what was refused at its field."""
    say_at(form, refused.field, refused.message)
