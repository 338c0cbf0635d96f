"""The forms of the sign-in, in our words."""

from typing import Any

from allauth.account.forms import LoginForm, RequestLoginCodeForm, ResetPasswordForm
from django import forms
from django.utils.translation import pgettext_lazy


def plain(form: forms.Form, name: str, label: Any) -> None:
    """Our label, and nothing that disappears while one types."""
    field = form.fields[name]
    field.label = label
    field.help_text = ""
    field.widget.attrs.pop("placeholder", None)


class PasswordSignIn(LoginForm):
    """Address and password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        plain(self, "login", pgettext_lazy("sign-in", "E-mail"))
        plain(self, "password", pgettext_lazy("sign-in", "Password"))
        stay = pgettext_lazy("sign-in", "Stay signed in on this device")
        plain(self, "remember", stay)


class CodeSignIn(RequestLoginCodeForm):
    """Where the code goes."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        plain(self, "email", pgettext_lazy("sign-in", "E-mail"))


class NewPassword(ResetPasswordForm):
    """Where the link goes."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        plain(self, "email", pgettext_lazy("sign-in", "E-mail"))
