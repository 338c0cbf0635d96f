"""The pool of Master Trainers: who is in it, in which state, and where it runs low."""

from mwalimu.qualification.queries.pool.floors import (
    Shortfall,
    below_floor,
    floors_of,
)
from mwalimu.qualification.queries.pool.searching import PoolWanted, search_pool
from mwalimu.qualification.queries.pool.states import stated

__all__ = [
    "PoolWanted",
    "Shortfall",
    "below_floor",
    "floors_of",
    "search_pool",
    "stated",
]
