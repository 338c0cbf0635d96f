from django.apps import AppConfig


class DeskConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.web.desk"
    label = "web_desk"
