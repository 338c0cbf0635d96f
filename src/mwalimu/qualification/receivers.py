"""What `qualification` does when people change."""

from typing import Any

from django.dispatch import receiver

from mwalimu.people.models import Person
from mwalimu.people.signals import person_erased
from mwalimu.qualification.models import Award, AwardEvent, Decision, WaiverRow


@receiver(person_erased)
def forget_reasons(person: Person, **_rest: Any) -> None:
    """Reasons may tell who somebody was: they go; awards, decisions, history stay."""
    Award.objects.filter(person=person).update(end_reason="")
    AwardEvent.objects.filter(award__person=person).forget_reasons()
    Decision.objects.filter(person=person).forget_reasons()
    WaiverRow.objects.filter(person=person).update(reason="", withdrawn_reason="")
