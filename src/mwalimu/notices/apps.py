from importlib import import_module

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.notices"
    label = "notices"

    def ready(self) -> None:
        """Listen to what happens to people."""
        import_module("mwalimu.notices.receivers")
