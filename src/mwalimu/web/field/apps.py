from django.apps import AppConfig


class FieldConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.web.field"
    label = "web_field"
