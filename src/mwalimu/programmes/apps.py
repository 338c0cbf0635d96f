from importlib import import_module

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.programmes"
    label = "programmes"

    def ready(self) -> None:
        """Listen to what happens to people."""
        import_module("mwalimu.programmes.receivers")
