from django.apps import AppConfig


class ApiConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.web.api"
    label = "web_api"
