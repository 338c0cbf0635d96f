"""The closed set of roll-ups ("cuboids") that is kept ready, and how one is chosen.

A cuboid holds one row for each combination of the values of its dimensions that occurs.
A row of it answers every cut and filter by any of its dimensions. The set is chosen so
that the number of rows read by a usual question does not grow with the trainings.
"""

from collections.abc import Collection
from dataclasses import dataclass

from mwalimu.figures.engine.dimensions import OF_PEOPLE, OF_TRAINING

_CONTEXT = ("mode", "language", "abroad", "initiative", "led_by")


@dataclass(frozen=True)
class Cuboid:
    """`number` names it in the database. A cuboid with the host also has its region."""

    number: int
    dimensions: tuple[str, ...]

    @property
    def of_people(self) -> frozenset[str]:
        """Its dimensions that tell people of one training apart."""
        return frozenset(self.dimensions) & frozenset(OF_PEOPLE)

    @property
    def of_training(self) -> tuple[str, ...]:
        """Its other dimensions, in its own order."""
        return tuple(name for name in self.dimensions if name not in OF_PEOPLE)


# From small to large: the first that fits is used. Numbers are never used again.
CUBOIDS = (
    Cuboid(1, ()),
    Cuboid(2, ("year",)),
    Cuboid(3, ("year", "topic")),
    Cuboid(4, ("year", "month")),
    Cuboid(5, ("host", "region", "year", "led_by")),
    Cuboid(6, ("host", "region", "year", "topic", "led_by")),
    Cuboid(7, ("year", "topic", *_CONTEXT)),
    Cuboid(8, ("host", "region", *_CONTEXT)),
    Cuboid(28, ("host", "region", "year", "mode")),
    Cuboid(26, ("year", "month", "topic")),
    Cuboid(27, ("year", "month", "host", "region")),
    Cuboid(29, ("year", "month", *_CONTEXT)),
    Cuboid(9, OF_TRAINING),
    Cuboid(10, ("sex", "year", "topic", "led_by")),
    Cuboid(11, ("sector", "year", "topic", "led_by")),
    Cuboid(12, ("sector", "sex", "year", "topic", "led_by")),
    Cuboid(13, ("member", "year", "topic", "led_by")),
    Cuboid(14, ("member", "sex", "year", "led_by")),
    Cuboid(15, ("member", "sector", "year", "led_by")),
    Cuboid(16, ("sex", "host", "region", "year", "led_by")),
    Cuboid(17, ("sector", "host", "region", "year", "led_by")),
    Cuboid(18, ("member", "host", "region")),
    Cuboid(31, ("member", "host", "region", "led_by")),
    Cuboid(30, ("member", "year", "month", "led_by")),
    Cuboid(19, ("sector", "sex", "host", "region", "year", "led_by")),
    Cuboid(20, ("sex", "topic", *_CONTEXT)),
    Cuboid(21, ("sector", "topic", *_CONTEXT)),
    Cuboid(22, ("member", *_CONTEXT)),
    Cuboid(23, ("sector", "sex", "year", *_CONTEXT)),
    Cuboid(24, ("sex", "year", "month", "led_by")),
    Cuboid(25, ("sector", "year", "month", "led_by")),
)


def holding(
    dimensions: Collection[str], exactly: frozenset[str] | None = None
) -> Cuboid | None:
    """The smallest cuboid with all these dimensions, if there is one.

    `exactly`: it must tell people apart by these dimensions and no others. Needed where
    a measure cannot be summed over the groups of one training (trainings, hours, the
    largest training).
    """
    for cuboid in CUBOIDS:
        if exactly is not None and cuboid.of_people != exactly:
            continue
        if set(dimensions) <= set(cuboid.dimensions):
            return cuboid
    return None
