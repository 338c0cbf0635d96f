"""The form of a score: three criteria from 1 to 5."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from mwalimu.programmes.models import DemoCriterion
from mwalimu.programmes.models.demos import LEAST, MOST

SCALE = [(number, str(number)) for number in range(LEAST, MOST + 1)]


def criterion(name: DemoCriterion, help_text: Any) -> forms.TypedChoiceField:
    """Five large targets."""
    return forms.TypedChoiceField(
        label=name.label,
        choices=SCALE,
        coerce=int,
        widget=forms.RadioSelect,
        help_text=help_text,
    )


class ScoreForm(forms.Form):
    """What an assessor gives."""

    skill = criterion(
        DemoCriterion.SKILL,
        pgettext_lazy(
            "help", "How the WG member teaches: clear, lively, with questions."
        ),
    )
    expertise = criterion(
        DemoCriterion.EXPERTISE,
        pgettext_lazy("help", "Whether what is taught is right, and answers are sure."),
    )
    content = criterion(
        DemoCriterion.CONTENT,
        pgettext_lazy("help", "Slides, cases, exercises: do they serve the trainees?"),
    )
    remarks = forms.CharField(
        label=pgettext_lazy("label", "Remarks"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=pgettext_lazy(
            "help", "For the panel. They are read once all are in."
        ),
    )
