"""The only way to write notices."""

from mwalimu.notices.operations.behind import note_who_is_behind
from mwalimu.notices.operations.choosing import (
    bring_back,
    choose_frequency,
    mute,
    put_off,
    unmute,
)
from mwalimu.notices.operations.forgetting import forget_reminders
from mwalimu.notices.operations.refusals import NotAllowed, NoticesRefused

__all__ = [
    "NotAllowed",
    "NoticesRefused",
    "bring_back",
    "choose_frequency",
    "forget_reminders",
    "mute",
    "note_who_is_behind",
    "put_off",
    "unmute",
]
