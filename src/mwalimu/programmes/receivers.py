"""What `programmes` does when people change."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from mwalimu.people.models import Person
from mwalimu.people.signals import person_erased
from mwalimu.programmes.operations.assignments.forgetting import forget_work
from mwalimu.programmes.operations.calls.forgetting import forget_nominations
from mwalimu.programmes.operations.demos.forgetting import forget_demos
from mwalimu.programmes.operations.letters.forgetting import forget_letters
from mwalimu.programmes.operations.logistics.forgetting import forget_arrangements
from mwalimu.programmes.operations.outputs.forgetting import forget_tasks
from mwalimu.programmes.operations.reports.forgetting import forget_reports
from mwalimu.programmes.operations.sessions.forgetting import forget_sessions


@receiver(person_erased)
def forget_what_was_said_at_sessions(
    person: Person, at: datetime, **_rest: Any
) -> None:
    """Notes, reasons and answers go; that somebody was there stays, and is counted."""
    forget_sessions(person, at=at)


@receiver(person_erased)
def forget_what_was_handed_in(person: Person, **_rest: Any) -> None:
    """Texts, links, files and remarks go; that work was accepted stays."""
    forget_work(person)


@receiver(person_erased)
def forget_what_was_shown(person: Person, **_rest: Any) -> None:
    """Titles and working notes go; scores stay, and minutes as they were signed."""
    forget_demos(person)


@receiver(person_erased)
def forget_how_they_were_named(person: Person, **_rest: Any) -> None:
    """Why somebody was named or left goes; that a seat was held stays."""
    forget_nominations(person)


@receiver(person_erased)
def forget_what_letters_say(person: Person, **_rest: Any) -> None:
    """That a letter was written, its number and its decision stay; the words go."""
    forget_letters(person)


@receiver(person_erased)
def forget_how_they_travelled(person: Person, **_rest: Any) -> None:
    """Passport names, visas, flights and hotels go without a trace."""
    forget_arrangements(person)


@receiver(person_erased)
def forget_whose_tasks_they_were(person: Person, **_rest: Any) -> None:
    """Tasks of work plans stay with the Member."""
    forget_tasks(person)


@receiver(person_erased)
def forget_what_reports_name(person: Person, **_rest: Any) -> None:
    """Files that name them go; which version was cleared by whom and when stays."""
    forget_reports(person)
