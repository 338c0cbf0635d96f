"""Holding a session: its days, who was there, what is on, who is invited."""

from mwalimu.programmes.operations.sessions.attendance import Mark, take_attendance
from mwalimu.programmes.operations.sessions.days import plan_days
from mwalimu.programmes.operations.sessions.guests import add_guest, remove_guest
from mwalimu.programmes.operations.sessions.refusals import (
    SessionNotAllowed,
    SessionRefused,
)

__all__ = [
    "Mark",
    "SessionNotAllowed",
    "SessionRefused",
    "add_guest",
    "plan_days",
    "remove_guest",
    "take_attendance",
]
