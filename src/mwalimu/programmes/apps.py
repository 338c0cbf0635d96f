from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.programmes"
    label = "programmes"
