from importlib import import_module

from django.apps import AppConfig


class FormsConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.forms"
    label = "mwalimu_forms"  # `forms` is django.forms

    def ready(self) -> None:
        """Listen to what happens to people."""
        import_module("mwalimu.forms.receivers")
