"""What nominations and seats say of a person who is erased."""

from mwalimu.people.models import Person
from mwalimu.programmes.models import (
    Holding,
    NameRequest,
    Nomination,
    NominationFile,
    NominationScore,
)


def forget_nominations(person: Person) -> None:
    """Words, files and scores go; that an administration named somebody stays counted.

    What still waited is withdrawn: nobody can be put on a seat any more.
    """
    rows = Nomination.objects.filter(person=person)
    NominationFile.objects.filter(nomination__in=rows).delete()
    NominationScore.objects.filter(nomination__in=rows).delete()
    NameRequest.objects.filter(nomination__in=rows).update(text="")
    waiting = (Nomination.State.DRAFT, Nomination.State.SUBMITTED)
    rows.filter(state__in=waiting).update(state=Nomination.State.WITHDRAWN)
    rows.update(motivation="")
    Holding.objects.filter(person=person).update(note="")
