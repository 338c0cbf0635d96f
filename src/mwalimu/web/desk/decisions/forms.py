"""Forms on decisions and waivers."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from mwalimu.qualification.models import Decision
from mwalimu.web.desk.people.forms import day_input


def why(help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """A reason of at most 2000 characters."""
    return forms.CharField(
        label=pgettext_lazy("label", "Reason"),
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=help_text,
    )


class DecideForm(forms.Form):
    """What is decided on everybody who is ticked."""

    outcome = forms.ChoiceField(
        label=pgettext_lazy("label", "Decision"),
        choices=Decision.Outcome.choices,
        widget=forms.RadioSelect,
        initial=Decision.Outcome.AWARD,
    )
    valid_from = forms.DateField(
        label=pgettext_lazy("label", "Awards hold from"), widget=day_input()
    )
    reason = why(
        pgettext_lazy(
            "help", "Needed where the decision goes against what the evidence supports."
        ),
        required=False,
    )


class WaiverForm(forms.Form):
    """Who is let off what, and why."""

    person = forms.ChoiceField(label=pgettext_lazy("label", "WG member"))
    requirement = forms.ChoiceField(label=pgettext_lazy("label", "Requirement"))
    reason = why(
        pgettext_lazy("help", "The person, and the project team, can read it.")
    )


class WithdrawForm(forms.Form):
    """Why a waiver is taken back."""

    reason = why()
