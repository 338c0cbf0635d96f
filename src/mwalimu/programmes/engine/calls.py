"""When a call takes nominations, and how far apart its scorers are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Standing(StrEnum):
    """Where a call stands for one Member on one day."""

    NOT_YET = "not_yet"
    OPEN = "open"
    REOPENED = "reopened"  # closed, and the project team takes a late name
    CLOSED = "closed"


def standing(
    opens: date, closes: date, reopened_until: date | None, today: date
) -> Standing:
    """`today` is the civil day in the Member's time zone; `closes` is the last day."""
    if today < opens:
        return Standing.NOT_YET
    if today <= closes:
        return Standing.OPEN
    if reopened_until is not None and today <= reopened_until:
        return Standing.REOPENED
    return Standing.CLOSED


@dataclass(frozen=True)
class Criterion:
    """One line of a rubric: scores go from 0 to `most`, and count `weight` times."""

    key: int
    weight: int
    most: int


def weighted(rubric: Sequence[Criterion], scores: Mapping[int, int]) -> Fraction | None:
    """What one scorer gives, 0 to 1; None until every criterion has a score."""
    if not rubric or any(line.key not in scores for line in rubric):
        return None
    total = sum(line.weight for line in rubric)
    return sum(
        (Fraction(scores[line.key], line.most) * line.weight for line in rubric),
        Fraction(0),
    ) / Fraction(total)


@dataclass(frozen=True)
class Spread:
    """How several scorers see one thing: the lowest, the mean, the highest."""

    lowest: Fraction
    mean: Fraction
    highest: Fraction
    scorers: int

    @property
    def width(self) -> Fraction:
        """How far apart they are."""
        return self.highest - self.lowest


def spread(values: Iterable[Fraction]) -> Spread | None:
    """The spread of what scorers gave; None where nobody did."""
    found = sorted(values)
    if not found:
        return None
    mean = sum(found, Fraction(0)) / len(found)
    return Spread(found[0], mean, found[-1], len(found))


# No source states how nominations are screened: an assumption, changed for each call.
DEFAULT_RUBRIC: tuple[tuple[Mapping[str, str], int], ...] = (
    (
        {
            "en": "Experience in the topic",
            "fr": "Expérience dans le thème",
        },
        3,
    ),
    (
        {
            "en": "Experience as a trainer",
            "fr": "Expérience de formateur",
        },
        2,
    ),
    (
        {
            "en": "Command of the working language",
            "fr": "Maîtrise de la langue de travail",
        },
        2,
    ),
    (
        {
            "en": "Stays in post until the end of the programme",
            "fr": "Reste en poste jusqu’à la fin du programme",
        },
        2,
    ),
    (
        {"en": "Motivation", "fr": "Motivation"},
        1,
    ),
)
