"""From the plan to the facts that the domain's own operations store."""

from collections.abc import Mapping
from dataclasses import dataclass

from mwalimu.demo.plan.rows import PlannedName, PlannedTraining
from mwalimu.people.models import Person
from mwalimu.reference.models import Initiative, Member, Topic
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.trainings.operations import (
    CountEntry,
    NamedEntry,
    TrainerEntry,
    TrainingFacts,
)


@dataclass(frozen=True)
class World:
    """The rows that the facts point to, by the codes and keys of the plan."""

    members: Mapping[str, Member]
    topics: Mapping[str, Topic]
    initiatives: Mapping[str, Initiative]
    people: Mapping[str, Person]


def facts_from(planned: PlannedTraining, world: World) -> TrainingFacts:
    """A planned training as its record states it."""
    precision = Precision(planned.precision)
    return TrainingFacts(
        title=planned.title,
        host=world.members[planned.host],
        starts=PartialDate(planned.starts, precision),
        ends=PartialDate(planned.ends, precision),
        mode=planned.mode,
        topics=tuple(world.topics[code] for code in planned.topics),
        place=planned.place,
        hours=planned.hours,
        language=planned.language,
        initiative=world.initiatives.get(planned.initiative),
        trainers=[
            TrainerEntry(
                person=world.people[row.person],
                role=row.role,
                days=row.days,
                member=world.members[row.member],
            )
            for row in planned.trainers
        ],
        participations=[named(row, world) for row in planned.names],
        head_counts=[
            CountEntry(row.sector, row.sex, row.count, world.members.get(row.member))
            for row in planned.counts
        ],
    )


def named(row: PlannedName, world: World) -> NamedEntry:
    """A named participant, with the scores of the test where there was one."""
    return NamedEntry(
        person=world.people[row.person],
        sector=row.sector,
        sex=row.sex,
        member=world.members[row.member],
        days=row.days,
        pre_score=row.pre_score,
        post_score=row.post_score,
        certificate=row.certificate,
    )
