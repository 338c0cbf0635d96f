"""What `notices` does when people change."""

from typing import Any

from django.dispatch import receiver

from mwalimu.notices.operations.forgetting import forget_reminders
from mwalimu.people.models import Person
from mwalimu.people.signals import person_erased


@receiver(person_erased)
def forget_what_they_chose(person: Person, **_rest: Any) -> None:
    """What they put off, how often they were written to, and where they stood, goes."""
    forget_reminders(person)
