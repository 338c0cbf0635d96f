from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.figures"
    label = "figures"

    def ready(self) -> None:
        """Listen to what is announced below."""
        from mwalimu.figures import receivers  # noqa: F401
