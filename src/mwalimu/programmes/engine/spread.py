"""What several scores say together: their mean, and how far apart they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

APART = 2  # points between the highest and the lowest score: assessors disagree


@dataclass(frozen=True)
class Spread:
    """The scores that one criterion got."""

    scores: tuple[int, ...]

    @property
    def mean(self) -> Fraction:
        """Their mean, exactly."""
        return Fraction(sum(self.scores), len(self.scores))

    @property
    def proposed(self) -> int:
        """The mean as a whole number, a half upwards: a start for the panel's talk."""
        return int(self.mean + Fraction(1, 2))

    @property
    def lowest(self) -> int:
        """The lowest score."""
        return min(self.scores)

    @property
    def highest(self) -> int:
        """The highest score."""
        return max(self.scores)

    @property
    def differs(self) -> bool:
        """The assessors disagree: the panel has to talk."""
        return self.highest - self.lowest >= APART


def spread(scores: Iterable[int]) -> Spread:
    """The spread of one or more scores."""
    found = tuple(sorted(scores))
    if not found:
        raise ValueError("no score, no spread")
    return Spread(found)
