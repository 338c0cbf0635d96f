from django.apps import AppConfig


class SharedConfig(AppConfig):
    """The outbox and the stored files."""

    name = "mwalimu.shared"
    label = "shared"
