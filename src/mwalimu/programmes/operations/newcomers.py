"""Somebody who is not recorded yet: a letter names them, so they are recorded with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person, Sector, Sex
from mwalimu.people.operations import Work, create_person
from mwalimu.reference.models import Member


@dataclass(frozen=True)
class Newcomer:
    """An officer of a Member's Customs, as the letter names them."""

    name: str
    sex: str = Sex.NOT_RECORDED
    unit: str = ""
    post: str = ""
    email: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)


Officer = Person | Newcomer


def as_person(who: Officer, member: Member, *, by: Actor, at: datetime) -> Person:
    """The person; a newcomer is recorded at that Member's Customs. Raises PeopleRefused.

    Who may was asked by the operation that needs them.
    """
    if isinstance(who, Person):
        return who
    work = Work(Sector.CUSTOMS, member, unit=who.unit, post=who.post)
    return create_person(
        name=who.name,
        sex=who.sex,
        work=[work],
        languages=who.languages,
        email=who.email,
        by=by,
        at=at,
    )
