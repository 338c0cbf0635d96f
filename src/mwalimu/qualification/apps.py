from importlib import import_module

from django.apps import AppConfig


class QualificationConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.qualification"
    label = "qualification"

    def ready(self) -> None:
        """Listen to what happens to people."""
        import_module("mwalimu.qualification.receivers")
