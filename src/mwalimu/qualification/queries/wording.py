"""The reasons of a verdict as sentences: the one registry of their wording.

The engine gives codes with parameters. Dates, shares and numbers are written by the
caller's `Writes`, in the language that is active.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

from django.utils.translation import npgettext, pgettext

from mwalimu.programmes.models import DemoCriterion
from mwalimu.qualification.engine import Kind, Reason


class Writes(Protocol):
    """How a language writes what stands in a sentence."""

    def day(self, value: date) -> str:
        """A day, known to the day."""

    def share(self, value: Fraction) -> str:
        """A share of 1 in percent."""

    def number(self, value: Fraction) -> str:
        """A number with at most two digits after the point."""


@dataclass(frozen=True)
class Telling:
    """In which manner a reason is told, to whom, as of which day.

    `names` are those of stages and assignments, by kind of evidence and code. `scores`:
    whether the reader may see what the panel agreed. `reasons`: whether they may read
    why somebody was let off, which may tell of an illness.
    """

    write: Writes
    on: date
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    scores: bool = True
    reasons: bool = True


@dataclass(frozen=True)
class _Told:
    """A reason with its parameters ready to stand in a sentence."""

    code: str
    said: str
    closed: bool
    known: bool  # the last day is known
    amount: Fraction
    values: dict[str, str]

    def put(self, text: str) -> str:
        """The sentence with its values."""
        return text % self.values


def sentence(reason: Reason, telling: Telling) -> str:
    """One sentence in the reader's language."""
    if reason.code == "waived":
        return _waived(str(reason.values.get("reason", "")), telling)
    kind = Kind(str(reason.values["kind"]))
    return SENTENCES[kind](_told(reason, kind, telling), telling)


def _waived(why: str, telling: Telling) -> str:
    if why and telling.reasons:
        text = pgettext("reason", "Let off by the project team: %(reason)s")
        return text % {"reason": why}
    return pgettext("reason", "Let off by the project team.")


def _told(reason: Reason, kind: Kind, telling: Telling) -> _Told:
    values: Mapping[str, Any] = reason.values
    closes: date | None = values["closes"]
    write = telling.write.share if kind == Kind.ATTENDANCE else telling.write.number
    return _Told(
        code=reason.code,
        said=values.get("said", ""),
        closed=closes is not None and closes < telling.on,
        known=closes is not None,
        amount=values["amount"],
        values={
            "subject": _subject(str(values["subject"]), kind, telling),
            "amount": write(values["amount"]),
            "needed": write(values["needed"]),
            "day": telling.write.day(closes) if closes else "",
        },
    )


def _subject(code: str, kind: Kind, telling: Telling) -> str:
    if kind == Kind.DEMO and code in DemoCriterion.values:
        return str(DemoCriterion(code).label)
    return telling.names.get((kind.value, code), code)


def _attendance(told: _Told, _telling: Telling) -> str:
    if told.code == "reached":
        text = pgettext(
            "reason",
            "%(subject)s: attended %(amount)s of the days; %(needed)s are asked.",
        )
    elif told.code == "below" and told.closed:
        text = pgettext(
            "reason",
            "%(subject)s: attended only %(amount)s of the days; %(needed)s were asked."
            " It ended on %(day)s.",
        )
    elif told.code == "below":
        text = pgettext(
            "reason",
            "%(subject)s: attended %(amount)s of the days so far; %(needed)s are asked.",
        )
    elif told.closed:
        text = pgettext("reason", "%(subject)s: not attended; it ended on %(day)s.")
    elif told.known:
        text = pgettext(
            "reason", "%(subject)s: to be attended; its last day is %(day)s."
        )
    else:
        text = pgettext("reason", "%(subject)s: no attendance is recorded yet.")
    return told.put(text)


def _assignment(told: _Told, _telling: Telling) -> str:
    if told.code == "reached":
        text = pgettext("reason", "%(subject)s: accepted.")
    elif told.said == "handed_in":
        text = pgettext("reason", "%(subject)s: handed in, waits for its review.")
    elif told.said == "repeat" and told.known and not told.closed:
        text = pgettext("reason", "%(subject)s: hand it in again by %(day)s.")
    elif told.said == "repeat":
        text = pgettext("reason", "%(subject)s: to be handed in again.")
    elif told.said == "rejected":
        text = pgettext("reason", "%(subject)s: not accepted.")
    elif told.closed:
        text = pgettext(
            "reason", "%(subject)s: not handed in; the last day was %(day)s."
        )
    elif told.known:
        text = pgettext("reason", "%(subject)s: hand it in by %(day)s.")
    else:
        text = pgettext("reason", "%(subject)s: not handed in yet.")
    return told.put(text)


def _demo(told: _Told, telling: Telling) -> str:
    if told.code == "nothing":
        text = pgettext("reason", "%(subject)s: the panel has agreed no result yet.")
    elif telling.scores:
        text = pgettext(
            "reason",
            "%(subject)s: the panel agreed %(amount)s; at least %(needed)s is asked.",
        )
    elif told.code == "reached":
        text = pgettext("reason", "%(subject)s: the panel's result is enough.")
    else:
        text = pgettext("reason", "%(subject)s: the panel's result is not enough yet.")
    return told.put(text)


def _test(told: _Told, telling: Telling) -> str:
    if told.code == "nothing":
        text = pgettext("reason", "%(subject)s: no result of the test yet.")
    elif telling.scores:
        text = pgettext(
            "reason",
            "%(subject)s: %(amount)s of 100 in the test; at least %(needed)s is asked.",
        )
    elif told.code == "reached":
        text = pgettext("reason", "%(subject)s: the result of the test is enough.")
    else:
        text = pgettext(
            "reason", "%(subject)s: the result of the test is not enough yet."
        )
    return told.put(text)


def _material(told: _Told, _telling: Telling) -> str:
    text = npgettext(
        "reason",
        "%(amount)s contribution to the training materials; %(needed)s asked.",
        "%(amount)s contributions to the training materials; %(needed)s asked.",
        int(told.amount),
    )
    return told.put(text)


def _training(told: _Told, _telling: Telling) -> str:
    text = npgettext(
        "reason",
        "%(amount)s training delivered and verified; %(needed)s asked.",
        "%(amount)s trainings delivered and verified; %(needed)s asked.",
        int(told.amount),
    )
    return told.put(text)


SENTENCES: dict[Kind, Callable[[_Told, Telling], str]] = {
    Kind.ATTENDANCE: _attendance,
    Kind.ASSIGNMENT: _assignment,
    Kind.DEMO: _demo,
    Kind.TEST: _test,
    Kind.MATERIAL: _material,
    Kind.TRAINING: _training,
}
