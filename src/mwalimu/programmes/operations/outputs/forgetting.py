"""A person who is forgotten owns no task any more; the task and its Member stay."""

from mwalimu.people.models import Person
from mwalimu.programmes.models import WorkItem


def forget_tasks(person: Person) -> None:
    """Called inside the transaction that erases the person."""
    WorkItem.objects.filter(person=person).update(person=None)
