from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Listen to sign-ins."""
        import_module("mwalimu.accounts.receivers")
