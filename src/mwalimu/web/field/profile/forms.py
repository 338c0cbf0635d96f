"""Forms of a profile."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

from mwalimu.people.models import Consent
from mwalimu.qualification.models import Availability, ProfileField


class ProfileForm(forms.Form):
    """What I write about myself, and how to reach me."""

    about = forms.CharField(
        label=pgettext_lazy("label", "About me"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=pgettext_lazy(
            "help",
            "What you teach, and what you have done. You choose below who sees it.",
        ),
    )
    contact = forms.CharField(
        label=pgettext_lazy("label", "How to reach me"),
        required=False,
        max_length=200,
        help_text=pgettext_lazy("help", "For example an address or a number at work."),
    )


class ShownForm(forms.Form):
    """Who sees each field."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        for field, label in ProfileField.choices:
            self.fields[field] = forms.ChoiceField(
                label=capfirst(label), choices=Consent.Audience.choices
            )


class DaysForm(forms.Form):
    """A period in which I can, or cannot, go on a mission."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("label", "In this period I am"),
        choices=Availability.Kind.choices,
    )
    since = forms.DateField(
        label=pgettext_lazy("label", "First day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    until = forms.DateField(
        label=pgettext_lazy("label", "Last day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
