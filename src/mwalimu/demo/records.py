"""From the plan to the facts that the domain's own operations store."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from mwalimu.demo.plan.trainings import PlannedTraining
from mwalimu.people.models import Person
from mwalimu.reference.models import Initiative, Member, Topic
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.trainings.models import TrainingTrainer
from mwalimu.trainings.operations import (
    CountEntry,
    NamedEntry,
    TrainerEntry,
    TrainingFacts,
)

HOURS_A_DAY = 6
TITLES = {
    "en": "{topic}: course for {audience}",
    "fr": "{topic} : formation pour {audience}",
    "pt": "{topic}: curso para {audience}",
}
AUDIENCES = {
    "en": ("Customs officers", "brokers and traders", "border agencies", "new recruits"),
    "fr": ("les agents des douanes", "les commissionnaires en douane",
           "les services aux frontières", "les nouveaux agents"),
    "pt": ("funcionários aduaneiros", "despachantes e operadores",
           "organismos de fronteira", "novos funcionários"),
}  # fmt: skip
Role = TrainingTrainer.Role


@dataclass(frozen=True)
class World:
    """The rows that the facts point to, by the codes and keys of the plan."""

    members: Mapping[str, Member]
    topics: Mapping[str, Topic]
    initiatives: Mapping[str, Initiative]
    people: Mapping[str, Person]


def facts_from(planned: PlannedTraining, world: World) -> TrainingFacts:
    """The facts of a planned training; what is chance here hangs on its key alone."""
    random = Random(planned.key)
    topics = tuple(world.topics[code] for code in planned.topics)
    host = world.members[planned.host]
    return TrainingFacts(
        title=title(planned, topics, random),
        host=host,
        starts=PartialDate(planned.starts, Precision.DAY),
        ends=PartialDate(planned.ends, Precision.DAY),
        mode=planned.mode,
        topics=topics,
        hours=planned.days * HOURS_A_DAY,
        language=planned.language,
        initiative=world.initiatives.get(planned.initiative),
        trainers=trainers(planned, world),
        participations=named(planned, world, random),
        head_counts=[
            CountEntry(sector, sex, count, host)
            for sector, sex, count in planned.turnout.counts
        ],
    )


def title(planned: PlannedTraining, topics: tuple[Topic, ...], random: Random) -> str:
    """Such as "Customs valuation: course for brokers and traders"."""
    subject = ", ".join(topic.name(planned.language).text for topic in topics)
    audience = random.choice(AUDIENCES[planned.language])
    return TITLES[planned.language].format(topic=subject, audience=audience)


def trainers(planned: PlannedTraining, world: World) -> list[TrainerEntry]:
    """The lead trainer, then the co-trainers."""
    roles = [(planned.lead, Role.LEAD)]
    roles += [(code, Role.CO_TRAINER) for code in planned.helpers]
    member = world.members[planned.member]
    return [
        TrainerEntry(world.people[code], role, days=planned.days, member=member)
        for code, role in roles
    ]


def named(planned: PlannedTraining, world: World, random: Random) -> list[NamedEntry]:
    """The named participants; where there was a test, most learnt something."""
    return [
        NamedEntry(
            person=world.people[row.key],
            sector=row.sector,
            sex=row.sex,
            member=world.members[row.member],
            days=planned.days,
            certificate=True,
            **scores(random) if planned.turnout.scores else {},
        )
        for row in planned.turnout.named
    ]


def scores(random: Random) -> dict[str, int]:
    """A pre-test and a post-test score in percent."""
    before = random.randint(30, 75)
    return {
        "pre_score": before,
        "post_score": min(100, before + random.randint(-3, 40)),
    }
