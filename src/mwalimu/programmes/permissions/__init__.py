"""Who sees programmes and their journey, and who changes them."""

from mwalimu.programmes.permissions.programmes import (
    activities_visible_to,
    may_edit,
    seat_holders,
    sessions_visible_to,
    visible_to,
)
from mwalimu.programmes.permissions.sessions import (
    hosts,
    may_take_attendance,
    participants_visible_to,
    workspaces_visible_to,
)

__all__ = [
    "activities_visible_to",
    "hosts",
    "may_edit",
    "may_take_attendance",
    "participants_visible_to",
    "seat_holders",
    "sessions_visible_to",
    "visible_to",
    "workspaces_visible_to",
]
