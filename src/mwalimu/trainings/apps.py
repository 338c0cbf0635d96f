from django.apps import AppConfig


class TrainingsConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.trainings"
    label = "trainings"
