"""Judgements from awards."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, Value

from mwalimu.people.models import Person, Role, RoleAssignment
from mwalimu.people.permissions import Grant
from mwalimu.people.querysets import PersonQuerySet
from mwalimu.programmes.models import Holding
from mwalimu.qualification.models import Award
from mwalimu.qualification.querysets import AwardQuerySet
from mwalimu.reference.models import Member, Topic
from mwalimu.trainings.models import Training, TrainingTrainer


def all_grants(person: Person, on: date) -> frozenset[Grant]:
    """Assigned and derived roles of a person on a day, in one query.

    Master Trainer follows from an award, WG member from a seat.
    """
    assigned = RoleAssignment.objects.valid_on(on).filter(person=person)
    awards = Award.objects.valid_on(on).filter(person=person)
    seats = Holding.objects.on(on).filter(person=person)
    rows = assigned.values_list("role", "member").union(
        awards.values_list(_said(Role.MASTER_TRAINER), "member"),
        seats.values_list(_said(Role.CANDIDATE), "seat__member"),
    )
    return frozenset(Grant(role, member) for role, member in rows)


def _said(role: Role) -> Value:
    return Value(role.value, output_field=CharField())


class LedBy(StrEnum):
    """Who gave a training: the two published indicators, never mixed."""

    MASTER_TRAINER = "master_trainer"  # one held the award on the first day
    LATER = "later"  # one was or became a Master Trainer, none held it that day
    OTHER = "other"


@dataclass(frozen=True)
class Term:
    """Days on which an award holds: from `since`, up to but without `ended`."""

    since: date
    ended: date | None

    def holds_on(self, day: date) -> bool:
        """The award holds on that day."""
        return self.since <= day and (self.ended is None or day < self.ended)


def led_by(trainings: Iterable[Training]) -> dict[int, str]:
    """For each training (primary key): `master_trainer`, `later` or `other`.

    Master trainer: a trainer of it held an award in one of its topics on its first day;
    where only the month or year is known, on the first possible day. Later: a trainer
    held or holds such an award at any time, none of them that day. Three queries,
    whatever the number of trainings.
    """
    first_days = {training.pk: training.starts_on for training in trainings}
    if not first_days:
        return {}
    terms = _terms(first_days)
    return {pk: _judge(terms[pk], day) for pk, day in first_days.items()}


def _judge(terms: list[Term], day: date) -> str:
    if any(term.holds_on(day) for term in terms):
        return LedBy.MASTER_TRAINER
    return LedBy.LATER if terms else LedBy.OTHER


def _terms(trainings: Iterable[int]) -> defaultdict[int, list[Term]]:
    """For each training, the terms of its trainers' awards in its topics."""
    keys = list(trainings)
    teach = TrainingTrainer.objects.filter(training__in=keys)
    trainers = list(teach.values_list("training", "person"))
    topics = defaultdict(list)
    about = Training.topics.through.objects.filter(training__in=keys)
    for training, topic in about.values_list("training", "topic"):
        topics[training].append(topic)
    held = defaultdict(list)
    awards = Award.objects.filter(person__in={person for _, person in trainers})
    for person, topic, since, ended in awards.values_list(
        "person", "topic", "valid_from", "ended_on"
    ):
        held[person, topic].append(Term(since, ended))
    found: defaultdict[int, list[Term]] = defaultdict(list)
    for training, person in trainers:
        for topic in topics[training]:
            found[training] += held.get((person, topic), ())
    return found


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
