"""What a question takes as an answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mwalimu.shared.texts import is_readable

SCALE = ("1", "2", "3", "4", "5")
YES_NO = ("yes", "no")
LONGEST_TEXT = 4_000


class Kind(StrEnum):
    """The kinds of question."""

    SCALE = "scale"
    YES_NO = "yes_no"
    CHOICE = "choice"
    SEVERAL = "several"
    TEXT = "text"


class Fault(StrEnum):
    """Why an answer is not taken."""

    MISSING = "missing"
    UNKNOWN = "unknown"  # none of the options
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"  # it holds what nobody can read


@dataclass(frozen=True)
class Asked:
    """A question as far as its answer depends on it.

    `options` are the codes of a choice; scales and yes or no have theirs by themselves.
    """

    key: int
    kind: Kind
    required: bool = False
    options: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The codes among which an answer chooses; none for a text."""
        own = {Kind.SCALE: SCALE, Kind.YES_NO: YES_NO, Kind.TEXT: ()}
        return own.get(self.kind, self.options)


@dataclass(frozen=True)
class Given:
    """An answer: the codes that were chosen, or a text; neither: not answered."""

    choices: tuple[str, ...] = ()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing was said."""
        return not self.choices and not self.text


def read_answer(asked: Asked, sent: Sequence[str]) -> Given | Fault:
    """What somebody sent for a question, as an answer, or why it is none.

    Codes come out once each and in the order of the question.
    """
    said = [text for text in sent if text.strip()]
    if not said:
        return Fault.MISSING if asked.required else Given()
    if asked.kind == Kind.TEXT:
        return _read_text("\n".join(said).strip())
    chosen = set(said)
    if not chosen <= set(asked.choices):
        return Fault.UNKNOWN
    if len(chosen) > 1 and asked.kind != Kind.SEVERAL:
        return Fault.TOO_MANY
    return Given(tuple(code for code in asked.choices if code in chosen))


def _read_text(text: str) -> Given | Fault:
    if len(text) > LONGEST_TEXT:
        return Fault.TOO_LONG
    return Given(text=text) if is_readable(text) else Fault.UNREADABLE


def read_all(
    questions: Iterable[Asked], sent: Mapping[int, Sequence[str]]
) -> tuple[dict[int, Given], dict[int, Fault]]:
    """Every answer that says something, and every fault, by the key of the question."""
    given: dict[int, Given] = {}
    faults: dict[int, Fault] = {}
    for asked in questions:
        found = read_answer(asked, sent.get(asked.key, ()))
        if isinstance(found, Fault):
            faults[asked.key] = found
        elif not found.is_empty:
            given[asked.key] = found
    return given, faults
