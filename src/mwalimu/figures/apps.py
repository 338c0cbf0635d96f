from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.figures"
    label = "figures"
