"""The seats of the cohorts, and the days on which their working groups closed.

Numbers and closings are those of public sources. How the pools before 2018 split (99
in all, 74 of them in the closing workshops of 2017) is not published: 33 a topic is an
assumption, and so is which Member has one seat more where seats do not divide.
"""

from dataclasses import dataclass
from datetime import date

EAST = ("BI", "KE", "RW", "TZ", "UG")
SOUTH = ("BW", "MW", "MZ", "ZM", "ZW")
WEST = ("BF", "BJ", "CI", "GH", "NG", "TG")
AFRICA = tuple(sorted(EAST + SOUTH + WEST))
JOINED_2022 = ("CM", "ET", "MG", "SN", "ZA")
PACIFIC = ("FJ", "PG", "TL", "TO", "VU", "WS")
CORE_TOPICS = ("HS", "CV", "PCA", "RM")
BEFORE_2018 = date(2017, 12, 31)


@dataclass(frozen=True)
class Pool:
    """So many seats of a topic, spread over Members, awarded on one day."""

    block: str  # core, origin, pacific
    cohort: str  # as the sources name it; empty: the closing was not found
    topic: str
    members: tuple[str, ...]
    seats: int
    awarded: date
    turn: int = 0  # at whose Member the remainder begins, so that it goes round

    def seats_of(self, member: str) -> int:
        """Equal seats; the remainder begins with the Member whose turn it is."""
        each, more = divmod(self.seats, len(self.members))
        place = sorted(self.members).index(member) - self.turn
        return each + (place % len(self.members) < more)

    def cohort_of(self, member: str) -> str:
        """Code of the cohort; Rules of Origin closed in two groups by language."""
        if self.topic != "ROO":
            return self.cohort
        return "RoO-WA" if member in (*WEST, "CM", "SN") else "RoO-ESA"


ENGLISH = ("BW", "ET", "GH", "KE", "MW", "MZ", "NG", "RW", "TZ", "UG", "ZA", "ZM", "ZW")
FRENCH = ("BF", "BI", "BJ", "CI", "CM", "MG", "SN", "TG")

POOLS = (
    Pool("core", "EA-HS", "HS", EAST, 25, date(2017, 9, 8)),
    Pool("core", "EA-CV", "CV", EAST, 24, date(2017, 4, 28)),
    Pool("core", "EA-IA", "RM", EAST, 25, date(2017, 10, 6)),
    Pool("core", "", "HS", EAST, 8, BEFORE_2018, 3),
    Pool("core", "", "CV", EAST, 9, BEFORE_2018, 4),
    Pool("core", "", "RM", EAST, 8, BEFORE_2018, 1),
    Pool("core", "EA-PCA", "PCA", EAST, 18, date(2021, 4, 16), 4),
    Pool("core", "SA-CV", "CV", SOUTH, 15, date(2021, 4, 30)),
    Pool("core", "WA-RMIA", "RM", WEST, 18, date(2021, 6, 4)),
    Pool("origin", "RoO-EN", "ROO", ENGLISH, 25, date(2024, 5, 31)),
    Pool("origin", "RoO-FR", "ROO", FRENCH, 15, date(2024, 6, 14)),
    Pool("pacific", "PI-HSCV", "HS", PACIFIC, 10, date(2024, 2, 9)),
    Pool("pacific", "PI-HSCV", "CV", PACIFIC, 11, date(2024, 2, 9), 4),
)


def seats(block: str, topic: str, member: str) -> int:
    """Seats of a Member in a topic, over all pools of a block."""
    return sum(
        pool.seats_of(member)
        for pool in POOLS
        if (pool.block, pool.topic) == (block, topic) and member in pool.members
    )


def holders(block: str) -> list[tuple[str, str, int]]:
    """Topic, Member and seats of everyone who has seats in a block, in order."""
    pairs = {(p.topic, m) for p in POOLS if p.block == block for m in p.members}
    return [
        (topic, member, seats(block, topic, member)) for topic, member in sorted(pairs)
    ]
