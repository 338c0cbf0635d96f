from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """See the package docstring."""

    name = "mwalimu.people"
    label = "people"
