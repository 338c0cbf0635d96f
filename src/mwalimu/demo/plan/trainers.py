"""The synthetic people of the programme: holders of seats, and trainers without one."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from mwalimu.demo.plan.names import draw_name
from mwalimu.demo.plan.places import PLACES
from mwalimu.demo.plan.rows import PlannedAward, PlannedPerson
from mwalimu.demo.plan.seats import POOLS, Pool
from mwalimu.demo.plan.spread import Spread

WOMEN = {"F": 0.36, "M": 0.62, "U": 0.02}
POSTS = {
    "HS": "Principal officer, tariff",
    "CV": "Principal officer, valuation",
    "PCA": "Auditor, Post Clearance Audit",
    "RM": "Analyst, risk management",
    "ROO": "Officer, rules of origin",
    "GEOINT": "Analyst, geospatial intelligence",
}
LEFT_ON = date(2023, 6, 30)
TWICE = (
    "BW",
    "GH",
    "KE",
    "MZ",
    "TG",
)  # one RoO award goes to an earlier Master Trainer


@dataclass
class Staff:
    """Everybody invented so far, and who can teach what where."""

    random: Random
    people: list[PlannedPerson] = field(default_factory=list)
    awards: list[PlannedAward] = field(default_factory=list)
    seats: dict[str, list[PlannedAward]] = field(
        default_factory=lambda: defaultdict(list)
    )
    others: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    names: set[tuple[str, str]] = field(default_factory=set)
    sexes: Spread = field(default_factory=Spread)

    def hire(
        self,
        member: str,
        sector: str = "customs",
        sex: str = "",
        post: str = "",
        key: str = "",
    ) -> str:
        """Invent a person of a Member; returns their key."""
        sex = sex or self.sexes.deal((member, sector), WOMEN)
        year = self.random.randint(1965, 1998) if self.random.random() < 0.8 else None
        languages = tuple(
            code for code, share in PLACES[member].languages.items() if share >= 0.2
        )
        person = PlannedPerson(
            key=key or f"{member}-{len(self.people)}",
            name=self.name(member, sex),
            sex=sex,
            birth_year=year,
            member=member,
            sector=sector,
            post=post,
            languages=languages if post else (),
        )
        self.people.append(person)
        return person.key

    def name(self, member: str, sex: str) -> str:
        """A name that is rarely borne by two people of a Member, as in life."""
        for _ in range(4):
            name = draw_name(member, sex, self.random)
            if (member, name) not in self.names:
                break
        self.names.add((member, name))
        return name

    def holders(self, block: str, topic: str, member: str) -> list[PlannedAward]:
        """Everybody who holds or will hold an award of a block in a topic and Member."""
        return [
            row
            for row in self.seats[block]
            if (row.topic, row.member) == (topic, member)
        ]

    def can_teach(self, block: str, topic: str, member: str, day: date) -> list[str]:
        """Those of them whose award has not ended by a day."""
        return [
            row.person
            for row in self.holders(block, topic, member)
            if row.ended_on is None or day < row.ended_on
        ]


def fill(pool: Pool, staff: Staff) -> None:
    """Give each seat of a pool to a person, and the person the award."""
    for member, place in places_of(pool):
        source = pool.cohort or f"EA-before-{pool.awarded.year + 1}"
        code = f"{source}-{pool.topic}-{member}-{place}"
        leaves = pool.cohort == "EA-HS" and place == pool.seats_of(member)
        award = PlannedAward(
            seat=code,
            person=holder(pool, member, place, code, staff),
            topic=pool.topic,
            member=member,
            cohort=pool.cohort_of(member),
            valid_from=pool.awarded,
            ended_on=LEFT_ON if leaves else None,  # one in each of five Members
        )
        staff.seats[pool.block].append(award)
        staff.awards.append(award)


def places_of(pool: Pool) -> Iterator[tuple[str, int]]:
    """Every seat of a pool: its Member, and its number there from 1."""
    for member in sorted(pool.members):
        for place in range(1, pool.seats_of(member) + 1):
            yield member, place


def holder(pool: Pool, member: str, place: int, code: str, staff: Staff) -> str:
    """Who takes a seat: somebody new, or an earlier Master Trainer of that Member."""
    if pool.topic == "ROO" and place == 1 and member in TWICE:
        topic = "CV" if member in ("BW", "MZ") else "RM"
        return staff.holders("core", topic, member)[-1].person
    return staff.hire(member, post=POSTS[pool.topic], key=code)


def make_staff(random: Random) -> Staff:
    """Holders of all seats, and two trainers without a seat for each Member."""
    staff = Staff(random)
    for pool in POOLS:
        fill(pool, staff)
    for member in sorted({member for pool in POOLS for member in pool.members}):
        staff.others[member] = [
            staff.hire(
                member,
                post="Instructor, training school",
                key=f"instructor-{member}-{number}",
            )
            for number in (1, 2)
        ]
    return staff
