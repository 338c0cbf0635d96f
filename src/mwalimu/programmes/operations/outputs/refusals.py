"""Why something about the outputs of a session was not written."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.programmes.operations.sessions.checks import required_line
from mwalimu.programmes.permissions import Contribution, contribution
from mwalimu.programmes.permissions.outputs import members_taking_part
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.reference.models import Member

LONGEST = 500
MOST_LINES = 50


class OutputRefused(SessionRefused):
    """Nothing was written; `message` says why, for the reader, about `field`."""


def what_of(session: Session, by: Actor, at: datetime) -> Contribution:
    """What the actor writes of the outputs of a session."""
    return contribution(acting_viewer(by, at.date()), session, on=today_at(session, at))


def require_team_for(session: Session, by: Actor, at: datetime) -> None:
    """Needs and tasks are written down by the project team. Raises OutputRefused."""
    if not what_of(session, by, at).team:
        text = pgettext(
            "refusal", "The project team writes this down for the whole group."
        )
        raise OutputRefused("", text)


def each_line(text: str) -> list[str]:
    """The lines of a text that say something, each once. Raises SessionRefused."""
    lines = list(dict.fromkeys(line.strip() for line in text.splitlines()))
    lines = [required_line("text", line, LONGEST) for line in lines if line]
    if not lines or len(lines) > MOST_LINES:
        wrong = pgettext("refusal", "Write 1 to %(most)s lines, one for each.")
        raise OutputRefused("text", wrong % {"most": MOST_LINES})
    return lines


def require_part(session: Session, members: Iterable[Member | None]) -> None:
    """The Members take part in the session. Raises OutputRefused."""
    wanted = {member.pk for member in members if member}
    if wanted and not wanted <= members_taking_part(session):
        text = pgettext("refusal", "This Member does not take part in the session.")
        raise OutputRefused("member", text)
