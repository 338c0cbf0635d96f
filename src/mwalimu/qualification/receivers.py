"""What `qualification` does when people change."""

from typing import Any

from django.dispatch import receiver

from mwalimu.people.models import Person
from mwalimu.people.signals import person_erased
from mwalimu.qualification.models import Award


@receiver(person_erased)
def forget_reasons(person: Person, **_rest: Any) -> None:
    """Why an award ended may tell who somebody was: it goes, the award stays."""
    Award.objects.filter(person=person).update(end_reason="")
