"""Why a seat was not planned, filled or left."""

from datetime import datetime

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.permissions import may_run_seats


class SeatRefused(ValueError):
    """Nothing was changed; `field` and `message` say what is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def require_may_run_seats(by: Actor, at: datetime) -> None:
    """Only the project team writes seats."""
    if not may_run_seats(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team plans and fills seats.")
        raise SeatRefused("", text)
