"""How far two places are from one another, along a great circle."""

from math import asin, cos, radians, sin, sqrt

EARTH = 6371.0088  # mean radius in kilometres (IUGG)

Place = tuple[float, float]  # latitude, longitude, in degrees


def kilometres(here: Place, there: Place) -> float:
    """By the haversine formula, which is exact enough at any distance."""
    first, second = radians(here[0]), radians(there[0])
    across = sin((second - first) / 2) ** 2
    along = cos(first) * cos(second) * sin(radians(there[1] - here[1]) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, across + along)))
