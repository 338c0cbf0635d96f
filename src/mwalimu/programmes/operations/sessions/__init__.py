"""Holding a session: its days, who was there, what is on, who is invited."""

from mwalimu.programmes.operations.sessions.agenda import (
    Item,
    put_on_agenda,
    take_off_agenda,
)
from mwalimu.programmes.operations.sessions.attendance import Mark, take_attendance
from mwalimu.programmes.operations.sessions.calling_off import (
    cancel_session,
    hold_after_all,
    move_session,
)
from mwalimu.programmes.operations.sessions.days import plan_days
from mwalimu.programmes.operations.sessions.experts import add_expert, remove_expert
from mwalimu.programmes.operations.sessions.guests import add_guest, remove_guest
from mwalimu.programmes.operations.sessions.invitations import (
    Outcome,
    answer_invitation,
    bring_up_to_date,
    seat_was_left,
    send_invitations,
)
from mwalimu.programmes.operations.sessions.mailing import published
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
    "Outcome",
    "SessionNotAllowed",
    "SessionRefused",
    "add_expert",
    "add_guest",
    "add_paper",
    "answer_invitation",
    "bring_up_to_date",
    "cancel_session",
    "hold_after_all",
    "move_session",
    "plan_days",
    "published",
    "put_on_agenda",
    "remove_expert",
    "remove_guest",
    "remove_paper",
    "seat_was_left",
    "send_invitations",
    "show_paper_to",
    "take_attendance",
    "take_off_agenda",
]
