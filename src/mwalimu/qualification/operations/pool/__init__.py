"""Writing profiles, availability and floors; keeping the index of the pool."""

from mwalimu.qualification.operations.pool.floors import set_floors
from mwalimu.qualification.operations.pool.index import (
    rebuild_pool,
    refresh_everybody,
    refresh_pool,
    refresh_trainers,
)
from mwalimu.qualification.operations.pool.profiles import (
    add_availability,
    forget_profile,
    remove_availability,
    show_fields,
    write_profile,
)
from mwalimu.qualification.operations.pool.refusals import PoolRefused

__all__ = [
    "PoolRefused",
    "add_availability",
    "forget_profile",
    "rebuild_pool",
    "refresh_everybody",
    "refresh_pool",
    "refresh_trainers",
    "remove_availability",
    "set_floors",
    "show_fields",
    "write_profile",
]
