"""How many distinct persons, when some are named and some only counted by head."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """A number known to lie between two bounds, both included."""

    at_least: int
    at_most: int

    @property
    def is_exact(self) -> bool:
        """Whether the bounds meet."""
        return self.at_least == self.at_most


def persons(*, named: int, counted: int, largest: int) -> Interval:
    """Distinct persons of some trainings.

    `named`: distinct named persons. `counted`: all head-counts. `largest`: most people
    of one training that has head-counts: they are all different people.
    """
    return Interval(at_least=max(named, largest), at_most=named + counted)
