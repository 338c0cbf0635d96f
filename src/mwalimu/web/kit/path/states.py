"""The four states of a requirement: a sign and a word, never a colour alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from mwalimu.qualification.engine import State


@dataclass(frozen=True)
class Sign:
    """How a state is shown: its sign, its word, and what it means."""

    mark: str
    word: str | Promise
    meaning: str | Promise


SIGNS: dict[State, Sign] = {
    State.MET: Sign(
        "✓",
        pgettext_lazy("state of a requirement", "done"),
        pgettext_lazy("meaning of a state", "The evidence is enough."),
    ),
    State.WAIVED: Sign(
        "≈",
        pgettext_lazy("state of a requirement", "let off"),
        pgettext_lazy("meaning of a state", "The project team asks it no more."),
    ),
    State.OPEN: Sign(
        "○",
        pgettext_lazy("state of a requirement", "open"),
        pgettext_lazy("meaning of a state", "Evidence can still come in."),
    ),
    State.MISSED: Sign(
        "!",
        pgettext_lazy("state of a requirement", "missed"),
        pgettext_lazy("meaning of a state", "Its last day is past."),
    ),
}
