"""How many people a seat reaches in a year: the same for every Member of a block.

150 seats x 157 people (2018-2021) = 23,550 and 150 x 328 (2018-2023) = 49,200: a little
over what was published ("more than 23,000", "more than 49,000"). The shares of the
quarters of 2023 put a little over 43,000 on record by 20 November 2023.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """Trainings that are planned alike: who leads them, how many people a seat and year."""

    code: str
    seats: str  # the block of pools whose seats are counted
    per_seat: Mapping[int, int]
    led_by_holders: bool = True
    initiative: str = ""


EVEN_QUARTERS = (0.25, 0.25, 0.25, 0.25)
QUARTERS = {2023: (0.20, 0.21, 0.17, 0.42), 2026: (0.33, 0.33, 0.34, 0.0)}

BLOCKS = (
    Block("core", "core", {2018: 25, 2019: 34, 2020: 38, 2021: 60, 2022: 76, 2023: 95}),
    Block("after", "core", {2024: 84, 2025: 88, 2026: 60}),
    Block("others", "core", {2019: 4, 2021: 4, 2023: 4, 2025: 4}, led_by_holders=False),
    Block("origin", "origin", {2023: 12, 2024: 40, 2025: 50, 2026: 30}, True, "AFCFTA"),
    Block(
        "pacific",
        "pacific",
        {2022: 12, 2023: 20, 2024: 45, 2025: 50, 2026: 30},
        True,
        "SIE",
    ),
)
SEVERAL_YEAR, SEVERAL_PEOPLE = 2024, 24
GEOINT_YEAR, GEOINT_PEOPLE = 2025, 24


def day_fraction(year: int, share: float) -> float:
    """How far into the working year a share of its people has been reached, 0 to 1."""
    quarters = QUARTERS.get(year, EVEN_QUARTERS)
    done = 0.0
    for number, quarter in enumerate(quarters):
        if quarter and share <= done + quarter:
            return (number + (share - done) / quarter) / 4
        done += quarter
    return 1.0
