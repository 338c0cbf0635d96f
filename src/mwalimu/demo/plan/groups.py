"""Who sits in a synthetic course: sectors, sexes, Members, names, scores."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from mwalimu.demo.plan.rows import PlannedCount, PlannedName
from mwalimu.demo.plan.spread import EvenSteps, Spread
from mwalimu.demo.plan.trainers import Staff

SECTORS = {"customs": 0.66, "other_agency": 0.12, "private": 0.21, "not_recorded": 0.01}
KINDS = {"named": 0.11, "customs_named": 0.05, "counted": 0.84}
AGAIN = 0.25  # share of seats in named courses taken by people of earlier courses
GUESTS = 3
YES = {"yes": 0.88, "no": 0.12}


def sexes(year: int) -> dict[str, float]:
    """Shares of the sexes: women from 30 per cent in 2018 to 39 in 2025."""
    women = 0.30 + 0.0125 * (year - 2018)
    unknown = 0.06 if year < 2021 else 0.03
    return {"F": women, "U": 0.015, "N": unknown, "M": 1 - women - 0.015 - unknown}


@dataclass(frozen=True)
class Course:
    """What the groups of a course depend on."""

    block: str
    host: str
    guest: str  # Member that sent the trainer, and a few people; or nothing
    year: int
    days: int
    size: int


@dataclass
class Classroom:
    """Deals people to courses: the same shares for every Member."""

    staff: Staff
    spread: Spread = field(default_factory=Spread)
    steps: EvenSteps = field(default_factory=EvenSteps)
    known: dict[tuple[str, str, str], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def seat(
        self, course: Course
    ) -> tuple[tuple[PlannedName, ...], tuple[PlannedCount, ...]]:
        """Named people and head-counts of a course: together exactly its size."""
        kind = self.spread.deal(("kind", course.host, course.block), KINDS)
        tested = self.spread.deal(("tested", course.host), YES) == "yes"
        names: list[PlannedName] = []
        counts: list[PlannedCount] = []
        taken: set[str] = set()
        unknown = self.spread.deal(("unknown", course.host), YES) == "no"
        for member, sector, sex, count in self.groups(course):
            if kind == "named" or (kind == "customs_named" and sector == "customs"):
                for _ in range(count):
                    person = self.somebody(member, sector, sex, taken)
                    names.append(
                        self.named(person, member, sector, sex, course, tested)
                    )
            else:
                home = "" if unknown and sector == "private" else member
                counts.append(PlannedCount(home, sector, sex, count))
        return tuple(names), tuple(counts)

    def groups(self, course: Course) -> Iterator[tuple[str, str, str, int]]:
        """Member, sector, sex and number of people, guests taken out of Customs."""
        key = (course.host, course.block)
        guests = GUESTS if course.guest else 0
        sectors = self.spread.deal_many(("sector", *key), SECTORS, course.size)
        for sector, size in sorted(sectors.items()):
            dealt = self.spread.deal_many(
                ("sex", sector, *key), sexes(course.year), size
            )
            for sex, count in sorted(dealt.items()):
                away = min(guests, count) if sector == "customs" and sex in "FM" else 0
                guests -= away
                if away:
                    yield course.guest, sector, sex, away
                if count > away:
                    yield course.host, sector, sex, count - away

    def somebody(self, member: str, sector: str, sex: str, taken: set[str]) -> str:
        """A person of an earlier course, or a new one; never twice in one course."""
        pool = self.known[member, sector, sex]
        if pool and self.staff.random.random() < AGAIN:
            person = self.staff.random.choice(pool)
            if person not in taken:
                taken.add(person)
                return person
        person = self.staff.hire(member, sector, sex)
        pool.append(person)
        taken.add(person)
        return person

    def named(
        self,
        person: str,
        member: str,
        sector: str,
        sex: str,
        course: Course,
        tested: bool,
    ) -> PlannedName:
        """A participation, with scores that average the same in every Member."""
        pre = post = None
        if tested:
            level, gain = self.steps.next(("pre", course.host)), 0.0
            gain = (level * 7) % 1
            pre = round(35 + 30 * level, 1)
            post = round(min(98.0, pre + 12 + 24 * gain), 1)
        whole = self.spread.deal(("days", course.host), YES) == "yes"
        days = course.days if whole else max(1, course.days - 1)
        passed = self.spread.deal(("passed", course.host), YES) == "yes"
        return PlannedName(person, member, sector, sex, days, pre, post, passed)
