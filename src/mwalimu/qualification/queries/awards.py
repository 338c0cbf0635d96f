"""Who holds awards, and what is held on them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mwalimu.people.models import Person
from mwalimu.people.querysets import PersonQuerySet
from mwalimu.qualification.models import Award, Decision, WaiverRow
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
            "number": row.number,
            "topic": row.topic.code,
            "member": row.member.code,
            "valid_from": row.valid_from.isoformat(),
            "valid_until": row.valid_until and row.valid_until.isoformat(),
            "ended_on": row.ended_on and row.ended_on.isoformat(),
            "end_reason": row.end_reason,
            "history": [
                {
                    "kind": line.kind,
                    "day": line.day.isoformat(),
                    "until": line.until and line.until.isoformat(),
                    "reason": line.reason,
                    "at": line.at.isoformat(),
                }
                for line in row.events.all()
            ],
        }
        for row in awards_of(person).prefetch_related("events")
    ]


def decisions_held(person: Person) -> list[dict[str, Any]]:
    """What was decided on a person, and what they were let off, as plain data."""
    decisions = Decision.objects.filter(person=person).select_related("topic", "cohort")
    waivers = WaiverRow.objects.filter(person=person)
    return [
        {
            "uuid": str(row.uuid),
            "outcome": row.outcome,
            "topic": row.topic.code,
            "cohort": row.cohort.code,
            "supported": row.supported,
            "reason": row.reason,
            "evidence": row.evidence,
            "decided_at": row.decided_at.isoformat(),
        }
        for row in decisions
    ] + [
        {
            "uuid": str(row.uuid),
            "waived": row.requirement.code,
            "cohort": row.cohort.code,
            "reason": row.reason,
            "given_at": row.given_at.isoformat(),
            "withdrawn_at": row.withdrawn_at and row.withdrawn_at.isoformat(),
            "withdrawn_reason": row.withdrawn_reason,
        }
        for row in waivers.select_related("requirement", "cohort").order_by("pk")
    ]
