"""The people of the example programme, which is invented from end to end.

The real programmes have no working group today and no call that is open. So there is one
more programme, which says in its name that it is synthetic.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from mwalimu.demo.plan.rows import PlannedPerson
from mwalimu.demo.plan.trainers import POSTS, Staff

MEMBERS = ("FJ", "GH", "KE", "TG", "UG", "WS")
EACH = 2
LAST, MIDDLE, COMING = "EX-CV", "EX-PCA", "EX-RM"
TOPICS = {LAST: "CV", MIDDLE: "PCA", COMING: "RM"}
BEFORE = "EX-PCA-UG-2-before"  # whom UG 2 replaced
NOMINEES = {"GH": 1, "KE": 2, "TG": 2, "UG": 1}
DOMAIN = "example.org"  # belongs to nobody


def holder(cohort: str, member: str, number: int) -> str:
    """The key of whoever holds a seat of the example."""
    return f"{cohort}-{member}-{number}"


def nominee(member: str, number: int) -> str:
    """The key of somebody whom an administration names for the coming cohort."""
    return holder(COMING, member, number)


def example_people(names: set[tuple[str, str]], seed: int) -> list[PlannedPerson]:
    """Everybody of the example, each with an address to write to."""
    staff = Staff(Random(seed + 2), names=names)
    for key, member, topic in _wanted():
        staff.hire(member, post=POSTS[topic], key=key)
    return [
        replace(person, email=f"{person.key.lower()}@{DOMAIN}")
        for person in staff.people
    ]


def _wanted() -> Iterator[tuple[str, str, str]]:
    for cohort in (LAST, MIDDLE):
        for member in MEMBERS:
            for number in range(1, EACH + 1):
                yield holder(cohort, member, number), member, TOPICS[cohort]
    yield BEFORE, "UG", TOPICS[MIDDLE]
    for member, count in NOMINEES.items():
        for number in range(1, count + 1):
            yield nominee(member, number), member, TOPICS[COMING]
