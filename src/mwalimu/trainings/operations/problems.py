"""What is wrong with a record, so that whoever sent it can put it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied

SHOWN = 60


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what was given, and what would be right.

    `field` is a field of `TrainingFacts`, with the row where there are rows:
    `head_counts[2].count`. `value` is cut to 60 characters.
    """

    field: str
    value: str
    message: str

    @classmethod
    def of(cls, field: str, value: Any, message: str) -> "Problem":
        """A problem with any value, shown short."""
        text = "" if value is None else str(value)
        short = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
        return cls(field, short, message)

    def __str__(self) -> str:
        return f"{self.field}: {self.message}"


class TrainingRefused(Exception):
    """Nothing was written; `problems` says why, all at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class ChangedMeanwhile(TrainingRefused):
    """Somebody else changed the record since it was read; theirs stands."""


class NotAllowed(PermissionDenied):
    """The actor plays no role that may do this to this record."""
