"""The cohorts as tables: seats, changes of hands, sessions with known days and counts.

What is real stands in `programmes/data/events.csv`: days and head-counts. Invented here
is who: equal seats for every Member of a cohort (one has one more where a source reports
one more), and as few changes of hands as the reported head-counts ask for. Whose seat a
change falls on is arbitrary and says nothing of that Member.
"""

from dataclasses import dataclass, field
from datetime import date

from mwalimu.demo.plan.seats import EAST, ENGLISH, FRENCH, PACIFIC, SOUTH, WEST

LATE, WITHDRAWN, REPLACED, FILLED, AWAY = "late withdrawn replaced filled away".split()
CENTRAL = ("AM", "AZ", "GE", "KG", "KZ", "TJ", "TM", "UZ")
OCEANIA = (*PACIFIC, "PW", "SB")
GEOINT = ("BJ", "CI", "GH", "NG", "TG")

TRANSFERRED = "Transferred to another department by their administration."
POSTED = "Posted to a border station and not released for the programme."
LEFT = "Left the administration."
JOINED = "Nominated after the cohort had begun."
VISA = "The visa came too late."


@dataclass(frozen=True)
class Change:
    """Something happens to a seat: `on` is the first day of it, of a withdrawal the last.

    AWAY: whoever holds the seat is excused from the session `key`.
    """

    topic: str
    member: str
    number: int
    what: str
    on: date | None = None
    key: str = ""
    why: str = ""


@dataclass(frozen=True)
class Way:
    """How a cohort is planned: `each` seats a Member and topic, `more` for single ones."""

    cohort: str
    topics: tuple[str, ...]
    members: tuple[str, ...]
    each: int
    since: date
    changes: tuple[Change, ...] = ()
    more: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Meeting:
    """A session with known days and head-count: for which cohorts, topics and Members."""

    key: str
    cohorts: tuple[str, ...]
    topics: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


def _late(topic: str, member: str, number: int, on: date) -> Change:
    return Change(topic, member, number, LATE, on, why=JOINED)


NEW_WEST, NEW_EAST = ("CM", "SN"), ("ET", "MG", "ZA")
JOINT, RULES = date(2016, 7, 1), date(2021, 10, 18)
SUMMER_2022 = date(2022, 8, 1)

WAYS = (
    Way(
        "EA-HS",
        ("HS",),
        EAST,
        5,
        JOINT,
        (
            _late("HS", "TZ", 5, date(2017, 2, 1)),
            Change("HS", "BI", 5, AWAY, key="E01", why=VISA),
        ),
    ),
    Way(
        "EA-IA",
        ("RM",),
        EAST,
        5,
        JOINT,
        (Change("RM", "UG", 6, WITHDRAWN, date(2017, 6, 30), why=POSTED),),
        {"UG": 1},
    ),
    Way(
        "EA-CV",
        ("CV",),
        EAST,
        5,
        JOINT,
        (Change("CV", "UG", 5, WITHDRAWN, date(2017, 2, 28), why=TRANSFERRED),),
    ),
    Way(
        "EA-PCA",
        ("PCA",),
        EAST,
        4,
        date(2018, 8, 6),
        (
            Change("PCA", "RW", 4, WITHDRAWN, date(2019, 7, 31), why=LEFT),
            Change("PCA", "KE", 2, REPLACED, date(2019, 9, 2), why=TRANSFERRED),
            Change("PCA", "KE", 2, AWAY, key="E09", why=VISA),
            Change("PCA", "TZ", 4, WITHDRAWN, date(2020, 3, 31), why=POSTED),
        ),
    ),
    Way(
        "SA-CV",
        ("CV",),
        SOUTH,
        3,
        date(2018, 9, 3),
        (Change("CV", "ZM", 2, REPLACED, date(2019, 7, 1), why=TRANSFERRED),),
    ),
    Way("WA-RMIA", ("RM",), WEST, 3, date(2019, 1, 14)),
    Way(
        "RoO-WA",
        ("ROO",),
        (*WEST, *NEW_WEST),
        2,
        RULES,
        (
            Change("ROO", "CI", 2, WITHDRAWN, date(2021, 12, 17), why=POSTED),
            Change("ROO", "CI", 2, FILLED, date(2022, 3, 1)),
            Change("ROO", "TG", 2, WITHDRAWN, date(2024, 2, 29), why=LEFT),
            *(
                _late("ROO", member, n, SUMMER_2022)
                for member in NEW_WEST
                for n in (1, 2)
            ),
        ),
    ),
    Way(
        "RoO-ESA",
        ("ROO",),
        (*EAST, *SOUTH, *NEW_EAST),
        2,
        RULES,
        (
            Change("ROO", "ZW", 2, WITHDRAWN, date(2024, 1, 31), why=TRANSFERRED),
            *(
                _late("ROO", member, n, SUMMER_2022)
                for member in NEW_EAST
                for n in (1, 2)
            ),
        ),
    ),
    Way(
        "PI-HSCV",
        ("HS", "CV"),
        PACIFIC,
        2,
        date(2021, 9, 6),
        (
            _late("HS", "TL", 2, date(2022, 6, 13)),
            _late("HS", "VU", 2, date(2022, 6, 13)),
            _late("HS", "WS", 2, date(2022, 6, 13)),
            _late("CV", "TO", 2, date(2022, 6, 13)),
            Change("HS", "VU", 2, WITHDRAWN, date(2023, 3, 31), why=POSTED),
            Change("HS", "WS", 2, WITHDRAWN, date(2023, 3, 31), why=TRANSFERRED),
            Change("CV", "TO", 2, WITHDRAWN, date(2023, 10, 31), why=LEFT),
        ),
    ),
    Way(
        "PI-RM",
        ("RM",),
        OCEANIA,
        2,
        date(2024, 10, 14),
        (Change("RM", "PW", 2, AWAY, key="E48", why=VISA),),
    ),
    Way(
        "PI-PCA",
        ("PCA",),
        OCEANIA,
        2,
        date(2024, 10, 14),
        (
            Change("PCA", "SB", 1, AWAY, key="E48", why=VISA),
            Change("PCA", "VU", 2, WITHDRAWN, date(2025, 3, 14), why=POSTED),
        ),
    ),
    Way(
        "CAC-RM",
        ("RM",),
        CENTRAL,
        2,
        date(2024, 8, 5),
        (
            Change("RM", "TJ", 2, AWAY, key="E53", why=VISA),
            Change("RM", "AZ", 2, WITHDRAWN, date(2025, 3, 14), why=TRANSFERRED),
        ),
    ),
    Way("WA-GEOINT", ("GEOINT",), GEOINT, 3, date(2025, 5, 5)),
)

ORIGIN = ("RoO-ESA", "RoO-WA")
MEETINGS = (
    Meeting("E01", ("EA-HS",)),
    Meeting("E02", ("EA-IA",)),
    Meeting("E03", ("EA-CV",)),
    Meeting("E04", ("EA-HS",)),
    Meeting("E05", ("EA-IA",)),
    Meeting("E07", ("EA-PCA",)),
    Meeting("E08", ("EA-PCA",)),
    Meeting("E09", ("EA-PCA",)),
    Meeting("E10", ("EA-PCA",)),
    Meeting("E12", ("EA-PCA",)),
    Meeting("E15", ("SA-CV",)),
    Meeting("E16", ("SA-CV",)),
    Meeting("E17", ("SA-CV",)),
    Meeting("E18", ("SA-CV",)),
    Meeting("E21", ("WA-RMIA",)),
    Meeting("E23", ("WA-RMIA",)),
    Meeting("E25", ("RoO-WA",)),
    Meeting("E26", ("RoO-ESA",)),
    Meeting("E27", ("RoO-WA",)),
    Meeting("E33", ("RoO-WA",)),
    Meeting("E35", ORIGIN, members=ENGLISH),
    Meeting("E36", ORIGIN, members=FRENCH),
    Meeting("E58", ("PI-HSCV",), topics=("CV",)),
    Meeting("E43", ("PI-HSCV",)),
    Meeting("E44", ("PI-HSCV",)),
    Meeting("E45", ("PI-HSCV",)),
    Meeting("E46", ("PI-HSCV",)),
    Meeting("E48", ("PI-PCA", "PI-RM")),
    Meeting("E52", ("CAC-RM",)),
    Meeting("E53", ("CAC-RM",)),
    Meeting("E61", ("WA-GEOINT",)),
)
