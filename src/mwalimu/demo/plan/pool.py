"""The synthetic Master Trainers: how many, where, of what, since when.

How many there are follows what is published (docs/explanation/demo.md): 18 in Post
Clearance Audit, 15 in valuation (Southern Africa) and 18 in Risk Management, with
about 150 in all by June 2021; the other 99 stand for the East African pools that
closed in 2017, of which 74 could be traced. 21 in the Pacific, 40 in Rules of Origin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

EAST = ("BI", "KE", "RW", "TZ", "UG")
SOUTH = ("BW", "MW", "MZ", "ZM", "ZW")
WEST = ("BF", "BJ", "CI", "GH", "NG", "TG")
PACIFIC = ("FJ", "PG", "TL", "TO", "VU", "WS")
ENGLISH = tuple("BW ET GH KE MW MZ NG RW TZ UG ZA ZM ZW".split())
FRENCH = tuple("BF BI BJ CI CM MG SN TG".split())
AFRICA = tuple(sorted(EAST + SOUTH + WEST))
AFRICAN_TOPICS = ("HS", "CV", "PCA", "RM")


@dataclass(frozen=True)
class Group:
    """Seats of one cohort and topic that end in awards on one day."""

    cohort: str
    topic: str
    members: tuple[str, ...]
    seats: int
    awarded: date
    first_year: int  # in which its people begin to teach
    turn: int = 0  # whose Member gets the seats that do not divide


@dataclass(frozen=True)
class Seat:
    """A place whose synthetic holder becomes a Master Trainer."""

    code: str
    group: Group
    member: str


GROUPS = (
    Group("EA-CV", "CV", EAST, 33, date(2017, 4, 28), 2018, 0),
    Group("EA-HS", "HS", EAST, 33, date(2017, 9, 8), 2018, 3),
    Group("EA-IA", "RM", EAST, 33, date(2017, 10, 6), 2018, 1),
    Group("EA-PCA", "PCA", EAST, 18, date(2021, 4, 16), 2018, 4),
    Group("SA-CV", "CV", SOUTH, 15, date(2021, 4, 30), 2018),
    Group("WA-RMIA", "RM", WEST, 18, date(2021, 6, 4), 2018),
    Group("PI-HSCV", "HS", PACIFIC, 10, date(2024, 2, 9), 2022),
    Group("PI-HSCV", "CV", PACIFIC, 11, date(2024, 2, 9), 2022, 4),
    Group("RoO-EN", "ROO", ENGLISH, 25, date(2024, 5, 31), 2022),
    Group("RoO-FR", "ROO", FRENCH, 15, date(2024, 6, 14), 2022),
)


def seats() -> list[Seat]:
    """Every seat, in a fixed order; Members of a group differ by one at most."""
    return [seat for group in GROUPS for seat in _seats_of(group)]


def _seats_of(group: Group) -> Iterator[Seat]:
    members = group.members[group.turn :] + group.members[: group.turn]
    for number in range(group.seats):
        member = members[number % len(members)]
        place = number // len(members) + 1
        yield Seat(f"{group.cohort}-{group.topic}-{member}-{place}", group, member)


def counts_for_the_published_sum(seat: Seat) -> bool:
    """Whether the seat is one of the about 150 behind the published 49,000."""
    return seat.group.topic in AFRICAN_TOPICS and seat.member in AFRICA
