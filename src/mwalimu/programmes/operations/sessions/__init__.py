"""Holding a session: its days, who was there, what is on, who is invited."""

from mwalimu.programmes.operations.sessions.agenda import (
    Item,
    put_on_agenda,
    take_off_agenda,
)
from mwalimu.programmes.operations.sessions.attendance import Mark, take_attendance
from mwalimu.programmes.operations.sessions.days import plan_days
from mwalimu.programmes.operations.sessions.experts import add_expert, remove_expert
from mwalimu.programmes.operations.sessions.guests import add_guest, remove_guest
from mwalimu.programmes.operations.sessions.papers import (
    add_paper,
    remove_paper,
    show_paper_to,
)
from mwalimu.programmes.operations.sessions.refusals import (
    SessionNotAllowed,
    SessionRefused,
)

__all__ = [
    "Item",
    "Mark",
    "SessionNotAllowed",
    "SessionRefused",
    "add_expert",
    "add_guest",
    "add_paper",
    "plan_days",
    "put_on_agenda",
    "remove_expert",
    "remove_guest",
    "remove_paper",
    "show_paper_to",
    "take_attendance",
    "take_off_agenda",
]
