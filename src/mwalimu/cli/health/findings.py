"""What a check says."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path


class State(IntEnum):
    """How it is; the largest of several is the state of all."""

    OK = 0
    WARN = 1
    BAD = 2


@dataclass(frozen=True)
class Finding:
    """How one thing is, in words, and what to do unless it is well."""

    name: str
    state: State
    text: str
    advice: str = ""


Answer = tuple[State, str, str]
Check = Callable[[Path], Answer]


def well(text: str) -> Answer:
    """All is well."""
    return State.OK, text, ""
