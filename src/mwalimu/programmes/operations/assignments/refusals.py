"""Why an assignment was not set, or work not taken."""

from datetime import datetime

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.permissions.assignments import may_run_assignments
from mwalimu.shared.texts import is_readable


class WorkRefused(ValueError):
    """Nothing was changed; `field` and `message` say what is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def require_team(by: Actor, at: datetime) -> None:
    """Only the project team sets assignments and settles what differs."""
    if not may_run_assignments(acting_viewer(by, at.date())):
        text = pgettext(
            "refusal", "Only the project team sets and settles assignments."
        )
        raise WorkRefused("", text)


def plain(field: str, text: str, most: int) -> str:
    """What was written, without blanks around; refused where it cannot be read."""
    clean = text.strip()
    if len(clean) > most:
        message = pgettext("refusal", "Write at most %(most)s characters.")
        raise WorkRefused(field, message % {"most": most})
    if not is_readable(clean):
        message = pgettext(
            "refusal", "This holds characters that nobody can read: type it anew."
        )
        raise WorkRefused(field, message)
    return clean
