"""Rows from facts: one path for a single record and for thousands.

Nothing is checked here; callers hold a transaction.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Affiliation, Person, Sector
from mwalimu.people.operations import PersonFacts, Work, create_people_many
from mwalimu.reference.models import Member
from mwalimu.shared.rows import Row, insert_rows
from mwalimu.trainings.models import (
    HeadCount,
    Participation,
    Training,
    TrainingEditor,
    TrainingMember,
    TrainingTrainer,
)
from mwalimu.trainings.operations.facts import (
    CountEntry,
    NamedEntry,
    NewPerson,
    TrainerEntry,
    TrainingFacts,
)
from mwalimu.trainings.operations.indexing import forget_trainings, index_trainings

Pair = tuple[Training, TrainingFacts]
COLUMNS = (
    "title host place starts_on starts_precision ends_on ends_precision hours mode"
    " language counted_topic initiative audience note lead_member people"
).split()
ROWS_AT_ONCE = 2000
Topics = Training.topics.through
CHILDREN: tuple[Any, ...] = (
    Topics,
    TrainingTrainer,
    Participation,
    HeadCount,
    TrainingMember,
)


def fill(pairs: Sequence[Pair]) -> None:
    """Set the columns of unsaved or working rows from their facts (at most 1 query)."""
    members = members_of_trainers([facts for _, facts in pairs])
    for training, facts in pairs:
        training.title = facts.title.strip()
        training.host = facts.host
        training.place = facts.place.strip()
        training.starts_on = facts.starts.first
        training.starts_precision = facts.starts.precision
        training.ends_on = facts.ends.last
        training.ends_precision = facts.ends.precision
        training.hours = facts.hours
        training.mode = facts.mode
        training.language = facts.language
        training.counted_topic = facts.counted_topic
        training.initiative = facts.initiative
        training.audience = facts.audience.strip()
        training.note = facts.note.strip()
        training.people = facts.people
        training.lead_member = None
        for row in facts.trainers:
            if row.role == TrainingTrainer.Role.LEAD:
                training.lead_member = member_of(row, facts, members)


Stays = dict[int, list[Affiliation]]


def members_of_trainers(batch: Sequence[TrainingFacts]) -> Stays:
    """Where the trainers without a stated Member work, by person (at most 1 query)."""
    people = {
        row.person.pk for facts in batch for row in facts.trainers if row.member is None
    }
    if not people:
        return {}
    found: Stays = {}
    rows = Affiliation.objects.filter(person__in=people, member__isnull=False)
    for row in rows.select_related("member").order_by("pk"):
        found.setdefault(row.person_id, []).append(row)
    return found


def member_of(row: TrainerEntry, facts: TrainingFacts, stays: Stays) -> Member | None:
    """For which Member a trainer stood on the first day."""
    if row.member is not None:
        return row.member
    day = facts.starts.first
    for stay in stays.get(row.person.pk, ()):
        since, until = stay.since, stay.until
        if (since is None or since <= day) and (until is None or until >= day):
            return stay.member
    return None


def insert_children(pairs: Sequence[Pair], *, by: Actor, at: datetime) -> None:
    """The people, topics, Members and search words of saved rows that have none.

    `by` had a hand in them from now on.
    """
    created = create_new_people([facts for _, facts in pairs], by=by, at=at)
    stays = members_of_trainers([facts for _, facts in pairs])
    topics: list[Row] = []
    trainers: list[Row] = []
    named: list[Row] = []
    counts: list[Row] = []
    members: list[Row] = []
    for training, facts in pairs:
        key = training.pk
        taught = [_trainer(key, row, facts, stays) for row in facts.trainers]
        topics += [(key, topic.pk) for topic in facts.topics]
        trainers += taught
        took_part = [_participation(key, row, created) for row in facts.participations]
        named += took_part
        heads = [_head_count(key, row) for row in facts.head_counts]
        counts += heads
        concerned = {row[MEMBER_AT] for row in (*taught, *took_part, *heads)}
        concerned = (concerned | {facts.host.pk}) - {None}
        members += [(key, member) for member in sorted(concerned)]
    hands = [(row.pk, hand.pk) for row, _ in pairs for hand in by.answerable]
    columns = ("training_id", "actor_id")
    insert_rows(TrainingEditor, columns, hands, "ON CONFLICT DO NOTHING")
    insert_rows(Topics, ("training_id", "topic_id"), topics)
    insert_rows(TrainingTrainer, TRAINER_COLUMNS, trainers)
    insert_rows(Participation, PARTICIPATION_COLUMNS, named)
    insert_rows(HeadCount, HEAD_COUNT_COLUMNS, counts)
    insert_rows(TrainingMember, ("training_id", "member_id"), members)
    index_trainings(pairs)


MEMBER_AT = 1  # where the Member stands in the rows below
TRAINER_COLUMNS = ("training_id", "member_id", "person_id", "role", "days")


def _trainer(
    training: int, row: TrainerEntry, facts: TrainingFacts, stays: Stays
) -> Row:
    member = member_of(row, facts, stays)
    member_id = member.pk if member else None
    return (training, member_id, row.person.pk, row.role, row.days)


PARTICIPATION_COLUMNS = (
    *("training_id", "member_id", "person_id", "sector", "sex", "days"),
    *("pre_score", "post_score", "certificate"),
)


def _participation(training: int, row: NamedEntry, created: dict[int, Person]) -> Row:
    person = row.person
    known = created[id(person)] if isinstance(person, NewPerson) else person
    return (
        training,
        row.member.pk if row.member else None,
        known.pk,
        row.sector,
        row.sex,
        row.days,
        row.pre_score,
        row.post_score,
        row.certificate,
    )


HEAD_COUNT_COLUMNS = ("training_id", "member_id", "sector", "sex", "count")


def _head_count(training: int, row: CountEntry) -> Row:
    member_id = row.member.pk if row.member else None
    return (training, member_id, row.sector, row.sex, row.count)


def create_new_people(
    batch: Sequence[TrainingFacts], *, by: Actor, at: datetime
) -> dict[int, Person]:
    """Records for those who have none yet, by the identity of their NewPerson."""
    rows = [
        row
        for facts in batch
        for row in facts.participations
        if isinstance(row.person, NewPerson)
    ]
    if not rows:
        return {}
    people = create_people_many(
        (
            PersonFacts(name=row.person.name, sex=row.sex, work=_work(row))
            for row in rows
        ),
        by=by,
        at=at,
    )
    return {id(row.person): person for row, person in zip(rows, people, strict=True)}


def _work(row: NamedEntry) -> tuple[Work, ...]:
    """Where somebody works, as far as the list of participants tells."""
    organisation = getattr(row.person, "organisation", "").strip()
    if row.member is None and (row.sector == Sector.CUSTOMS or not organisation):
        return ()
    return (Work(sector=row.sector, member=row.member, organisation=organisation),)


def delete_children(training: Training) -> None:
    """Clear what `insert_children` wrote, before it writes the new state."""
    for model in CHILDREN:
        rows: QuerySet[Any] = model._base_manager.filter(training=training)
        rows._raw_delete(rows.db)
    forget_trainings([training.pk])


def summary(training: Training) -> dict[str, Any]:
    """A version for the audit trail: no names of persons."""
    return {
        "version": training.version,
        "status": str(training.status),
        "title": training.title,
        "host": training.host.code,
        "starts": str(training.starts),
        "ends": str(training.ends),
        "topic": training.counted_topic,
        "people": training.people,
        "lead_member": training.lead_member.code if training.lead_member else None,
    }
