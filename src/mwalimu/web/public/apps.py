from django.apps import AppConfig


class PublicConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.web.public"
    label = "web_public"
