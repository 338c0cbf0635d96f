"""The form of an assessment of a mission, and documents that come with a step."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from mwalimu.qualification.models import MissionAssessment


class ManyFiles(forms.FileInput):
    """Several documents at once."""

    allow_multiple_selected = True


class PapersField(forms.FileField):
    """Documents on which a step rests; the operation checks and keeps them."""

    widget = ManyFiles

    def __init__(self, label: Any = "", help_text: Any = "") -> None:
        super().__init__(
            label=label or pgettext_lazy("label", "Documents"),
            required=False,
            help_text=help_text
            or pgettext_lazy(
                "help", "PDF, Word, a picture of a scan: at most 5 of 20 MB."
            ),
        )

    def clean(self, _data: Any, initial: Any = None) -> Any:  # noqa: ARG002
        """Nothing: `loaders.papers_of` takes what came."""
        return None


class AssessmentForm(forms.Form):
    """What an assessor says of a mission."""

    result = forms.ChoiceField(
        label=pgettext_lazy("label", "Result"),
        choices=MissionAssessment.Result.choices,
        widget=forms.RadioSelect,
    )
    remarks = forms.CharField(
        label=pgettext_lazy("label", "What you saw"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=pgettext_lazy(
            "help",
            "For the project team only. The expert and their administration do"
            " not read it.",
        ),
    )
    papers = PapersField()
