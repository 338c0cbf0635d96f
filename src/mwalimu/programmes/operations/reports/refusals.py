"""Why something about the report of a session was not done."""

from django.utils.translation import pgettext

from mwalimu.programmes.models import SessionReport
from mwalimu.programmes.operations.sessions import SessionRefused


class ReportRefused(SessionRefused):
    """Nothing was written; `message` says why, for the reader, about `field`."""


def require_newest(row: SessionReport) -> None:
    """A version that a later one supersedes is left as it was. Raises ReportRefused."""
    later = SessionReport.objects.filter(
        session=row.session_id, language=row.language, number__gt=row.number
    )
    if later.exists():
        text = pgettext(
            "refusal",
            "There is a newer version in this language: this one stays as it is. Open the"
            " newest.",
        )
        raise ReportRefused("", text)


def require_state(row: SessionReport, state: str, message: str) -> None:
    """The version stands where it must for this step. Raises ReportRefused."""
    if row.state != state:
        raise ReportRefused("", message)
