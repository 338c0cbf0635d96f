from django.apps import AppConfig


class KitConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.web.kit"
    label = "web_kit"
