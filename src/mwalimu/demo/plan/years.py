"""How many people each seat reaches in each year, the same for every seat.

The published milestones: more than 23,000 people in 2018-2021, more than 43,000 by
20 November 2023, more than 49,000 in 2018-2023. 150 seats x 328 people = 49,200.
"""

from itertools import pairwise
from random import Random

PER_SEAT = {  # year: (people, trainings)
    2018: (25, 1),
    2019: (36, 2),
    2020: (36, 2),
    2021: (60, 3),
    2022: (80, 4),
    2023: (91, 4),
    2024: (44, 2),
    2025: (44, 2),
    2026: (20, 1),
}
SMALLEST = 9


def sizes(people: int, trainings: int, random: Random) -> list[int]:
    """Split people over trainings by chance, each with at least SMALLEST people."""
    free = people - trainings * SMALLEST
    cuts = sorted(random.randint(0, free) for _ in range(trainings - 1))
    edges = [0, *cuts, free]
    return [SMALLEST + after - before for before, after in pairwise(edges)]
