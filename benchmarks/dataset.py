"""The bench data set: 20,000 people, 5,000 trainings, 150,000 participations, 60 Members.

Seeded, and stored through the domain's own bulk write path.
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


def make_bench(scale: float) -> Bench:
    """People, affiliations and awards: what trainings lean on."""
    found = members_by_code()
    codes = [*FIRST, *(code for code in sorted(found) if code not in FIRST)][:MEMBERS]
    members = [found[code] for code in codes]
    known = topics_by_code()
    topics = [known[code] for code in TOPICS]
    by = system_actor("bench entry")
    number = int(PEOPLE * scale)
    homes = [members[index % len(members)] for index in range(number)]
    facts = [
        PersonFacts(
            name=f"Bench {index} Person",
            sex=SEXES[index % len(SEXES)],
            work=[Work(sector=SECTORS[index % len(SECTORS)], member=home)],
        )
        for index, home in enumerate(homes)
    ]
    people = create_people_many(facts, by=by, at=AT, synthetic=True)
    trainers = list(zip(people, homes, strict=True))[: max(5, number // 60)]
    award_many(
        [
            AwardEntry(person, topics[index % len(topics)], home, date(2019, 1, 1))
            for index, (person, home) in enumerate(trainers)
        ],
        by=by,
        at=AT,
    )
    return Bench(members, topics, people, homes, trainers, by)


def _participants(bench: Bench, host: Member, random: Random) -> list[int]:
    """Nine of ten work for the host, the others anywhere, as in the field."""
    start, step = len(bench.trainers), len(bench.members)
    place = bench.members.index(host)
    own = range(start + (place - start) % step, len(bench.people), step)
    guests = random.sample(range(start, len(bench.people)), EACH)
    chosen = dict.fromkeys(random.sample(own, min(len(own), EACH * 9 // 10)))
    chosen |= dict.fromkeys(guests)
    return list(chosen)[:EACH]


def records(bench: Bench, scale: float) -> Iterator[Record]:
    """The trainings with their named participants."""
    random = Random(7)
    first = date(2018, 1, 1)
    for number in range(int(TRAININGS * scale)):
        lead, home = bench.trainers[random.randrange(len(bench.trainers))]
        host = home if random.random() < 0.85 else random.choice(bench.members)
        day = PartialDate(first + timedelta(days=random.randrange(2190)), Precision.DAY)
        facts = TrainingFacts(
            title=f"Course {number}",
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
        yield Record(facts, Source.DEMO, f"bench-{number}", synthetic=True)
