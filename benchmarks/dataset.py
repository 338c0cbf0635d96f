"""The bench data set: 20,000 people, 5,000 trainings, 150,000 participations, 60 Members.

Seeded: every process that asks for it gets the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import system_actor
from mwalimu.people.models import Person
from mwalimu.people.operations import PersonFacts, Work, create_people_many
from mwalimu.qualification.operations import AwardEntry, award_many
from mwalimu.reference.models import Member, Topic
from mwalimu.reference.queries import members_by_code, topics_by_code
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.trainings.models import Source, TrainingTrainer
from mwalimu.trainings.operations import (
    NamedEntry,
    Record,
    TrainerEntry,
    TrainingFacts,
)

PEOPLE, TRAININGS, EACH, MEMBERS = 20_000, 5_000, 30, 60
FIRST = ("KE", "TG", "UG")
TOPICS = ("HS", "CV", "PCA", "RM", "ROO")
MODES = ("in_person", "in_person", "online", "hybrid")
LANGUAGES = ("en", "fr", "pt")
SECTORS = ("customs", "customs", "customs", "other_agency", "private")
SEXES = ("F", "M", "M", "F", "N")
AT = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


@dataclass
class Bench:
    """The people and reference rows that records point to."""

    members: list[Member]
    topics: list[Topic]
    people: list[Person]
    homes: list[Member]  # of each person
    trainers: list[tuple[Person, Member]]
    by: Actor


def members() -> list[Member]:
    """Those who take part in the bench."""
    found = members_by_code()
    codes = [*FIRST, *(code for code in sorted(found) if code not in FIRST)][:MEMBERS]
    return [found[code] for code in codes]


def create_people(scale: float) -> None:
    """People, affiliations and awards: what trainings lean on."""
    by, chosen = system_actor("bench entry"), members()
    homes = [chosen[index % MEMBERS] for index in range(int(PEOPLE * scale))]
    facts = [
        PersonFacts(
            name=f"Bench {index} Person",
            sex=SEXES[index % len(SEXES)],
            work=[Work(sector=SECTORS[index % len(SECTORS)], member=home)],
        )
        for index, home in enumerate(homes)
    ]
    create_people_many(facts, by=by, at=AT, synthetic=True)
    bench = load()
    award_many(
        [
            AwardEntry(
                person, bench.topics[index % len(TOPICS)], home, date(2019, 1, 1)
            )
            for index, (person, home) in enumerate(bench.trainers)
        ],
        by=by,
        at=AT,
    )


def load() -> Bench:
    """What `create_people` made, in its order."""
    known, chosen = topics_by_code(), members()
    people = list(Person.objects.filter(synthetic=True).order_by("pk"))
    homes = [chosen[index % MEMBERS] for index in range(len(people))]
    trainers = list(zip(people, homes, strict=True))[: max(5, len(people) // 60)]
    topics = [known[code] for code in TOPICS]
    return Bench(chosen, topics, people, homes, trainers, system_actor("bench entry"))


def _participants(bench: Bench, host: Member, random: Random) -> list[int]:
    """Nine of ten work for the host, the others anywhere, as in the field."""
    start, step = len(bench.trainers), len(bench.members)
    place = bench.members.index(host)
    own = range(start + (place - start) % step, len(bench.people), step)
    guests = random.sample(range(start, len(bench.people)), EACH)
    chosen = dict.fromkeys(random.sample(own, min(len(own), EACH * 9 // 10)))
    chosen |= dict.fromkeys(guests)
    return list(chosen)[:EACH]


def records(bench: Bench, number: int, seed: int = 7) -> Iterator[Record]:
    """So many trainings with their named participants."""
    random = Random(seed)
    first = date(2018, 1, 1)
    for position in range(number):
        lead, home = bench.trainers[random.randrange(len(bench.trainers))]
        host = home if random.random() < 0.85 else random.choice(bench.members)
        day = PartialDate(first + timedelta(days=random.randrange(2190)), Precision.DAY)
        facts = TrainingFacts(
            title=f"Course {position}",
            host=host,
            starts=day,
            ends=day,
            mode=random.choice(MODES),
            topics=(random.choice(bench.topics),),
            hours=6,
            language=random.choice(LANGUAGES),
            trainers=[TrainerEntry(lead, TrainingTrainer.Role.LEAD, member=home)],
            participations=[
                NamedEntry(
                    bench.people[index],
                    SECTORS[index % len(SECTORS)],
                    SEXES[index % len(SEXES)],
                    bench.homes[index],
                )
                for index in _participants(bench, host, random)
            ],
        )
        yield Record(facts, Source.DEMO, f"bench-{seed}-{position}", synthetic=True)
