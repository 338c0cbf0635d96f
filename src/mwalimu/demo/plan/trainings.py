"""The synthetic trainings: the same number of people for every seat, by chance elsewhere.

Two promises hold by construction and are tested: in every year each seat's holder leads
trainings with exactly the people of PER_SEAT; and what a Member's trainers give abroad
within their topic, the Member receives back in equal measure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from mwalimu.demo.plan.people import (
    PlannedPerson,
    head_counts,
    make_person,
    stock_of,
)
from mwalimu.demo.plan.pool import AFRICA, Seat, counts_for_the_published_sum, seats
from mwalimu.demo.plan.years import PER_SEAT, sizes

SEED = 2015
LANGUAGES = dict.fromkeys("BI BF BJ CI TG CM MG SN".split(), "fr") | {"MZ": "pt"}
ONLINE_SHARE = {2020: 0.8, 2021: 0.6, 2022: 0.2}
NAMED_SHARE = 0.24
ABROAD_PEOPLE = 20


@dataclass(frozen=True)
class Turnout:
    """Who came: named people (with test scores or not), or head-counts."""

    people: int
    named: tuple[PlannedPerson, ...] = ()
    scores: bool = False
    counts: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True)
class PlannedTraining:
    """A synthetic training. `lead` and `helpers` are codes of seats, or of a trainer."""

    key: str
    seat: str
    lead: str
    helpers: tuple[str, ...]
    topics: tuple[str, ...]
    member: str
    host: str
    starts: date
    days: int
    mode: str
    language: str
    turnout: Turnout
    initiative: str = ""

    @property
    def ends(self) -> date:
        """The last day."""
        return self.starts + timedelta(days=self.days - 1)


@dataclass(frozen=True)
class Plan:
    """Everything the demo will hold."""

    seats: tuple[Seat, ...]
    trainers: dict[str, PlannedPerson]  # by code of seat, or of a trainer without award
    trainings: tuple[PlannedTraining, ...]

    @property
    def published_sum(self) -> int:
        """People in 2018-2023 by those who are or became Master Trainers: the 49,000."""
        counted = {s.code for s in self.seats if counts_for_the_published_sum(s)}
        return sum(
            training.turnout.people
            for training in self.trainings
            if training.seat in counted
            and len(training.topics) == 1
            and 2018 <= training.starts.year <= 2023
        )


def make_plan(until: date, seed: int = SEED) -> Plan:
    """The plan, with the trainings that have ended by a day. Same seed, same plan."""
    places = tuple(seats())
    random = Random(seed)
    trainers = {
        seat.code: make_person(seat.code, seat.member, random, "customs")
        for seat in places
    }
    others = {
        f"trainer-{member}": make_person(f"trainer-{member}", member, random, "customs")
        for member in AFRICA
    }
    trainings = [
        *_of_seats(places, random, seed),
        *_of_others(random, seed),
        *_on_several_topics(places, random, seed),
    ]
    ended = (training for training in trainings if training.ends < until)
    ordered = sorted(ended, key=lambda training: (training.starts, training.key))
    return Plan(places, trainers | others, tuple(ordered))


def _of_seats(
    places: tuple[Seat, ...], random: Random, seed: int
) -> Iterator[PlannedTraining]:
    for seat in places:
        peers = _peers(seat, places)
        for year, (people, number) in PER_SEAT.items():
            if year < seat.group.first_year:
                continue
            for turn, size in enumerate(sizes(people, number, random)):
                key = f"{seat.code}-{year}-{turn + 1}"
                training = _training(key, seat, year, size, random, seed)
                yield _with_helpers(training, peers, random)
    yield from _exchanges(places, random, seed)


def _peers(seat: Seat, places: tuple[Seat, ...]) -> list[Seat]:
    """Others of the same group and Member, who may teach along."""
    return [
        other
        for other in places
        if other.group == seat.group and other.member == seat.member and other != seat
    ]


def _training(
    key: str, seat: Seat, year: int, people: int, random: Random, seed: int
) -> PlannedTraining:
    starts = _monday(year, random)
    days = random.randint(2, 5)
    return PlannedTraining(
        key=key,
        seat=seat.code,
        lead=seat.code,
        helpers=(),
        topics=(seat.group.topic,),
        member=seat.member,
        host=seat.member,
        starts=starts,
        days=days,
        mode=_mode(year, random),
        language=LANGUAGES.get(seat.member, "en"),
        turnout=_turnout(seat.member, people, random, seed),
        initiative=_initiative(seat),
    )


def _turnout(member: str, people: int, random: Random, seed: int) -> Turnout:
    """Names for about a quarter of trainings (never the same one twice), else heads."""
    if random.random() < NAMED_SHARE:
        named = tuple(random.sample(stock_of(member, seed), people))
        return Turnout(people, named, scores=random.random() < 0.7)
    return Turnout(people, counts=head_counts(people, random))


def _initiative(seat: Seat) -> str:
    if seat.group.topic == "ROO":
        return "AfCFTA"
    return "SIE" if seat.group.cohort == "PI-HSCV" else ""


def _monday(year: int, random: Random) -> date:
    first = date(year, 1, 8)
    day = first + timedelta(days=random.randint(0, 310))
    return day - timedelta(days=day.weekday())


def _mode(year: int, random: Random) -> str:
    online = ONLINE_SHARE.get(year, 0.1)
    drawn = random.random()
    if drawn < online:
        return "online"
    return "hybrid" if drawn < online + 0.06 else "in_person"


def _with_helpers(
    training: PlannedTraining, peers: list[Seat], random: Random
) -> PlannedTraining:
    """With up to three co-trainers of the same group in the same Member."""
    most = min(len(peers), 3)
    helpers = random.sample(peers, random.randint(0, most)) if most else []
    return replace(training, helpers=tuple(seat.code for seat in helpers))


def _exchanges(
    places: tuple[Seat, ...], random: Random, seed: int
) -> Iterator[PlannedTraining]:
    """Once in 2024 and 2025 each Member of a group sends a trainer to the next one."""
    for year in (2024, 2025):
        for group in dict.fromkeys(seat.group for seat in places):
            for index, member in enumerate(group.members):
                seat = next(
                    s for s in places if s.group == group and s.member == member
                )
                host = group.members[(index + 1) % len(group.members)]
                key = f"{seat.code}-{year}-abroad"
                training = _training(key, seat, year, ABROAD_PEOPLE, random, seed)
                yield replace(
                    training,
                    host=host,
                    language=LANGUAGES.get(host, "en"),
                    turnout=_turnout(host, ABROAD_PEOPLE, random, seed),
                )


def _of_others(random: Random, seed: int) -> Iterator[PlannedTraining]:
    """Trainings led by trainers who never become Master Trainers: two a year each."""
    for member in AFRICA:
        code = f"trainer-{member}"
        for year in range(2019, 2026):
            for turn, topic in enumerate(("HS", "RM")):
                starts = _monday(year, random)
                yield PlannedTraining(
                    key=f"{code}-{year}-{turn + 1}",
                    seat="",
                    lead=code,
                    helpers=(),
                    topics=(topic,),
                    member=member,
                    host=member,
                    starts=starts,
                    days=2,
                    mode=_mode(year, random),
                    language=LANGUAGES.get(member, "en"),
                    turnout=_turnout(member, 16, random, seed),
                )


def _on_several_topics(
    places: tuple[Seat, ...], random: Random, seed: int
) -> Iterator[PlannedTraining]:
    """One a Member in 2022: the lead's topic and another; a cell of its own."""
    for member in AFRICA:
        seat = next(s for s in places if s.member == member)
        topic = seat.group.topic
        other = "HS" if topic != "HS" else "CV"
        key = f"several-{member}"
        training = _training(key, seat, 2022, 18, random, seed)
        yield replace(training, topics=(topic, other))
