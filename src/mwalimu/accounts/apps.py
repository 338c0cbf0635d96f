from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.accounts"
    label = "accounts"
