"""Why a slot was not planned, scored, or agreed on."""

from datetime import datetime

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.permissions.demos import may_run_demos
from mwalimu.shared.texts import is_readable


class DemoRefused(ValueError):
    """Nothing was changed; `field` and `message` say what is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def require_team(by: Actor, at: datetime) -> None:
    """Only the project team plans slots and keeps minutes."""
    if not may_run_demos(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team plans demo slots.")
        raise DemoRefused("", text)


def plain(field: str, text: str, most: int) -> str:
    """What was written, without blanks around; refused where it cannot be read."""
    clean = text.strip()
    if len(clean) > most:
        message = pgettext("refusal", "Write at most %(most)s characters.")
        raise DemoRefused(field, message % {"most": most})
    if not is_readable(clean):
        message = pgettext(
            "refusal", "This holds characters that nobody can read: type it anew."
        )
        raise DemoRefused(field, message)
    return clean
