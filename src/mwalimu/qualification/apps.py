from django.apps import AppConfig


class QualificationConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.qualification"
    label = "qualification"
