"""Why a step of an accreditation was not written, and in which words."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.qualification.engine.accreditation import OutOfOrder
from mwalimu.qualification.models import AcePhase
from mwalimu.qualification.operations.history import MOST_WORDS
from mwalimu.qualification.operations.refusals import QualificationRefused
from mwalimu.qualification.permissions import may_accredit
from mwalimu.shared.texts import is_readable


class AccreditationRefused(QualificationRefused):
    """Nothing was changed on the path."""


def require_team(by: Actor, at: datetime) -> None:
    """Raises AccreditationRefused for everybody but the project team."""
    if not may_accredit(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team does this.")
        raise AccreditationRefused("", text)


def why(reason: str, *, required: bool = True) -> str:
    """The reason as it is kept; refused where it is missing or cannot be read."""
    clean = plain("reason", reason, MOST_WORDS)
    if required and not clean:
        raise AccreditationRefused("reason", pgettext("refusal", "Say why."))
    return clean


def plain(field: str, text: str, most: int) -> str:
    """What was written, without blanks around; refused where it cannot be read."""
    clean = text.strip()
    if len(clean) > most:
        message = pgettext("refusal", "Write at most %(most)s characters.")
        raise AccreditationRefused(field, message % {"most": most})
    if not is_readable(clean):
        message = pgettext("refusal", "Remove the characters that cannot be read.")
        raise AccreditationRefused(field, message)
    return clean


def check_days(starts: date, ends: date) -> None:
    """The last day is not before the first."""
    if ends < starts:
        text = pgettext("refusal", "The last day is before the first day.")
        raise AccreditationRefused("ends_on", text)


def _closed(_wrong: OutOfOrder) -> str:
    return pgettext("refusal", "This path is closed: start a new one.")


def _other_phase(wrong: OutOfOrder) -> str:
    text = pgettext(
        "refusal", "No phase is skipped: this path is in the phase “%(phase)s”."
    )
    return text % {"phase": AcePhase(wrong.values["phase"]).label}


def _too_early(wrong: OutOfOrder) -> str:
    text = pgettext(
        "refusal", "The last step was on %(first)s: write that day or a later one."
    )
    return text % {"first": wrong.values["first"].isoformat()}


def _not_over(wrong: OutOfOrder) -> str:
    text = pgettext(
        "refusal", "It lasts until %(last)s: a result is written on that day or later."
    )
    return text % {"last": wrong.values["last"].isoformat()}


WORDS: dict[str, Callable[[OutOfOrder], str]] = {
    "closed": _closed,
    "other_phase": _other_phase,
    "too_early": _too_early,
    "not_over": _not_over,
    "begun_already": lambda _: pgettext("refusal", "This path has begun already."),
    "not_begun": lambda _: pgettext("refusal", "This path has not begun."),
    "suspended": lambda _: pgettext(
        "refusal", "This accreditation is suspended: resume or end it first."
    ),
    "not_suspended": lambda _: pgettext(
        "refusal", "This accreditation is not suspended."
    ),
    "registered_already": lambda _: pgettext(
        "refusal", "There is a place in a workshop already: give it up first."
    ),
    "assessed_already": lambda _: pgettext(
        "refusal", "The mission is assessed already: it is concluded, not changed."
    ),
    "nobody_assesses": lambda _: pgettext("refusal", "Name at least one assessor."),
    "nothing_arranged": lambda _: pgettext(
        "refusal", "No workshop and no mission is arranged on this path."
    ),
    "not_assessed": lambda _: pgettext(
        "refusal", "Not every assessor of the mission is in yet."
    ),
    "nothing_to_take_over": lambda _: pgettext(
        "refusal", "Only a pre-accreditation or an accreditation is taken over."
    ),
    "not_the_last": lambda _: pgettext(
        "refusal", "Only the last step is taken back, and it is another one by now."
    ),
    "final": lambda _: pgettext(
        "refusal",
        "This step is not taken back: a beginning, an assessment and a conversion stay.",
    ),
}


def in_words(wrong: OutOfOrder) -> str:
    """Why a step does not fit, for the reader."""
    return WORDS[wrong.code](wrong)
