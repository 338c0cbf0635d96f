"""Why something was not done with a call or a nomination."""

from datetime import datetime

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Call, Nomination
from mwalimu.programmes.permissions import may_nominate, may_run_calls


class CallRefused(ValueError):
    """Nothing was changed; `field` and `message` say what is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def require_may_run_calls(by: Actor, at: datetime) -> None:
    """Only the project team runs calls."""
    if not may_run_calls(acting_viewer(by, at.date())):
        text = pgettext(
            "refusal", "Only the project team runs calls and screens names."
        )
        raise CallRefused("", text)


def require_may_nominate(member_id: int, by: Actor, at: datetime) -> None:
    """Only the coordinator of that Member, or the project team on its behalf."""
    if not may_nominate(acting_viewer(by, at.date()), member_id):
        text = pgettext(
            "refusal", "Only the national coordinator nominates for a Member."
        )
        raise CallRefused("", text)


def require_running(call: Call) -> None:
    """A concluded call stays as it is."""
    if call.state == Call.State.CONCLUDED:
        text = pgettext("refusal", "This call is concluded: nothing in it changes.")
        raise CallRefused("", text)


def require_state(nomination: Nomination, *states: str) -> None:
    """Somebody else may have decided meanwhile: read the state again, and lock it."""
    now = Nomination.objects.select_for_update().get(pk=nomination.pk)
    nomination.state = now.state
    if now.state not in states:
        text = pgettext(
            "refusal", "This nomination is now “%(state)s”: that can no longer be done."
        )
        raise CallRefused("", text % {"state": now.get_state_display()})
