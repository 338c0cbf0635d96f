from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.reference"
    label = "reference"
