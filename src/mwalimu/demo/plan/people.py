"""The synthetic trainees of each Member: a stock of named people, met again and again."""

from dataclasses import dataclass
from functools import cache
from random import Random

from mwalimu.demo.plan.names import stocks

SECTORS = (("customs", 63), ("other_agency", 15), ("private", 22))
SEXES = (("F", 41), ("M", 55), ("U", 1), ("N", 3))
COUNTED_SECTORS = (*SECTORS, ("not_recorded", 2))
STOCK = 260


@dataclass(frozen=True)
class PlannedPerson:
    """A synthetic person; `key` tells them apart within the plan."""

    key: str
    member: str
    name: str
    sex: str
    sector: str
    birth_year: int | None


def weighted(choices: tuple[tuple[str, int], ...], random: Random) -> str:
    """One of the choices, by weight."""
    values = [value for value, _ in choices]
    return random.choices(values, [weight for _, weight in choices])[0]


def make_person(
    key: str, member: str, random: Random, sector: str = ""
) -> PlannedPerson:
    """A person of that Member; a birth year is known for nine of ten."""
    sex = weighted(SEXES, random)
    return PlannedPerson(
        key=key,
        member=member,
        name=stocks()[member].draw(sex, random),
        sex=sex,
        sector=sector or weighted(SECTORS, random),
        birth_year=random.randint(1964, 1998) if random.random() < 0.9 else None,
    )


@cache
def stock_of(member: str, seed: int) -> tuple[PlannedPerson, ...]:
    """The named trainees of a Member, in a fixed order."""
    random = Random(f"{seed}-{member}")
    return tuple(
        make_person(f"{member}-{number}", member, random) for number in range(STOCK)
    )


def head_counts(people: int, random: Random) -> tuple[tuple[str, str, int], ...]:
    """People split over (sector, sex, count) by chance; the counts add up to `people`."""
    counted: dict[tuple[str, str], int] = {}
    for _ in range(people):
        cell = (weighted(COUNTED_SECTORS, random), weighted(SEXES, random))
        counted[cell] = counted.get(cell, 0) + 1
    return tuple((*cell, count) for cell, count in sorted(counted.items()))
