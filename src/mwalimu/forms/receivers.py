"""What `forms` does when people change."""

from typing import Any

from django.dispatch import receiver

from mwalimu.forms.operations.answering import forget_receipts
from mwalimu.people.models import Person
from mwalimu.people.signals import person_erased


@receiver(person_erased)
def forget_who_answered(person: Person, **_rest: Any) -> None:
    """That they answered goes; the answers never knew them."""
    forget_receipts(person)
