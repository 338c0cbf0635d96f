"""What somebody says of their reminders."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

from mwalimu.notices.engine.kinds import KINDS
from mwalimu.notices.models import DigestChoice

CODES = [(kind.code, kind.code) for kind in KINDS]


class PutOffForm(forms.Form):
    """A matter, and the day on which it comes back."""

    subject = forms.CharField(max_length=120, widget=forms.HiddenInput)
    until = forms.DateField(
        label=pgettext_lazy("label", "Show it again on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class SubjectForm(forms.Form):
    """A matter."""

    subject = forms.CharField(max_length=120)


class KindForm(forms.Form):
    """A kind of reminder."""

    kind = forms.ChoiceField(choices=CODES)


class MailForm(forms.Form):
    """How often."""

    frequency = forms.ChoiceField(
        label=pgettext_lazy("label", "Write to me"),
        widget=forms.RadioSelect,
        choices=[
            (value, capfirst(label)) for value, label in DigestChoice.Frequency.choices
        ],
    )
