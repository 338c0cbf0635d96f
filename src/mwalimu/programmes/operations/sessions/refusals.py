"""Why something about a session was not done."""

from datetime import datetime

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Session
from mwalimu.programmes.permissions import may_edit, may_take_attendance


class SessionRefused(ValueError):
    """Nothing was changed; `message` says why, for the reader, about `field`."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field, self.message = field, message


class SessionNotAllowed(SessionRefused):
    """The actor may not do that at all."""

    def __init__(self, message: str) -> None:
        super().__init__("", message)


def require_team(by: Actor, at: datetime) -> None:
    """Only the project team plans sessions. Raises SessionNotAllowed."""
    if not may_edit(acting_viewer(by, at.date())):
        raise SessionNotAllowed(
            pgettext("refusal", "Only the project team plans sessions.")
        )


def require_attendance(session: Session, by: Actor, at: datetime) -> None:
    """Only some take attendance. Raises SessionNotAllowed."""
    if not may_take_attendance(acting_viewer(by, at.date()), session):
        raise SessionNotAllowed(
            pgettext(
                "refusal",
                "Attendance is taken by the project team and by the host organisers of"
                " the Member that hosts the session.",
            )
        )


def require_not_cancelled(session: Session) -> None:
    """A session that was called off stays as it was. Raises SessionRefused."""
    if session.is_cancelled:
        raise SessionRefused(
            "", pgettext("refusal", "This session was cancelled: nothing was changed.")
        )
