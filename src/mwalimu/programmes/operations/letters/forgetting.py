"""Letters about a person who is forgotten."""

from mwalimu.people.models import Person
from mwalimu.programmes.models import Letter


def forget_letters(person: Person) -> None:
    """Drafts about the person go; of other letters the words, the signatory and the file.

    Called inside the transaction that erases the person.
    """
    about = Letter.objects.filter(person=person)
    about.drafts().delete()
    about.update(subject="", body="", signatory="", withdrawn_because="", file=None)
