"""Letters lose their words: about a person who is forgotten, or after their time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record_many
from mwalimu.people.models import Person
from mwalimu.programmes.models import Letter

WORDS = {
    "subject": "",
    "body": "",
    "signatory": "",
    "withdrawn_because": "",
    "person": None,
    "file": None,
}


def forget_letters(person: Person) -> None:
    """Drafts about the person go; of other letters the words, the signatory and the file.

    Called inside the transaction that erases the person.
    """
    about = Letter.objects.filter(person=person)
    about.drafts().delete()
    about.update(**(WORDS | {"person": person}))


@transaction.atomic
def drop_words(keys: Sequence[Any], *, by: Actor, at: datetime) -> int:
    """The words and files of letters whose time is over; numbers and decisions stay."""
    letters = Letter.objects.filter(pk__in=keys)
    lines: list[tuple[UUID, dict[str, str]]] = [
        (uuid, {}) for uuid in letters.values_list("uuid", flat=True)
    ]
    record_many("drop_words", "letter", lines, by=by, at=at)
    return letters.update(**WORDS)
