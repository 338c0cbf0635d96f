"""Who holds awards, and what is held on them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mwalimu.people.models import Person
from mwalimu.people.querysets import PersonQuerySet
from mwalimu.qualification.models import Award
from mwalimu.qualification.querysets import AwardQuerySet
from mwalimu.reference.models import Member, Topic


def master_trainers(
    on: date, *, topic: Topic | None = None, member: Member | None = None
) -> PersonQuerySet:
    """Persons who hold an award on a day, of that topic and that Member if given.

    A picker shows them only through `permissions.persons_visible_to`.
    """
    awards = Award.objects.valid_on(on)
    if topic is not None:
        awards = awards.filter(topic=topic)
    if member is not None:
        awards = awards.filter(member=member)
    people: PersonQuerySet = Person.objects.known()
    return people.filter(pk__in=awards.values("person")).order_by("name", "pk")


def awards_of(person: Person) -> AwardQuerySet:
    """Every award of a person, the newest first, ended ones too."""
    awards: AwardQuerySet = Award.objects.filter(person=person)
    return awards.select_related("topic", "member").order_by("-valid_from", "-pk")


def all_topics() -> QuerySet[Topic]:
    """Every topic, in its order, for a list to choose from."""
    return Topic.objects.order_by("position", "code")


def award_at(uuid: UUID) -> Award | None:
    """The award with that public id."""
    rows = Award.objects.select_related("person", "topic", "member")
    return rows.filter(uuid=uuid).first()


def topics_held(people: Iterable[int], on: date) -> dict[int, list[Topic]]:
    """For each person (primary key) the topics of the awards that hold on a day."""
    rows = Award.objects.valid_on(on).filter(person__in=list(people))
    found: dict[int, list[Topic]] = {}
    for row in rows.select_related("topic").order_by("topic__position"):
        found.setdefault(row.person_id, []).append(row.topic)
    return found


def holding(people: QuerySet[Any], topic: str, on: date) -> QuerySet[Any]:
    """Those of the persons who hold the award of a topic (its code) on a day."""
    rows = Award.objects.valid_on(on).filter(topic__code=topic)
    return people.filter(pk__in=rows.values("person"))


def awards_held(person: Person) -> list[dict[str, Any]]:
    """What is held on a person's awards, for themselves, as plain data."""
    return [
        {
            "uuid": str(row.uuid),
            "topic": row.topic.code,
            "member": row.member.code,
            "valid_from": row.valid_from.isoformat(),
            "ended_on": row.ended_on and row.ended_on.isoformat(),
            "end_reason": row.end_reason,
        }
        for row in awards_of(person)
    ]
