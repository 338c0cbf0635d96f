"""What is refused, and in which words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import pgettext

from mwalimu.shared.dates import PartialDate

MOST_PEOPLE = 10_000
LONGEST_NOTE = 5_000


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the field, what it holds, and what would be right."""

    field: str
    value: str
    message: str


class ProgrammeRefused(ValueError):
    """Nothing was written; `problems` says why, field by field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


def refuse_if(problems: Iterable[Problem]) -> None:
    """Raise ProgrammeRefused where there is any problem."""
    found = tuple(problems)
    if found:
        raise ProgrammeRefused(found)


def check_order(
    first: PartialDate | None,
    last: PartialDate | None,
    names: tuple[str, str] = ("starts", "ends"),
) -> Iterable[Problem]:
    """An end may not lie before a start, as far as both are known."""
    if first and last and last.last < first.first:
        yield Problem(
            names[1],
            str(last),
            pgettext(
                "problem",
                "%(last)s is before %(first)s: an end may not be before a start.",
            )
            % {"last": last, "first": first},
        )


def check_code(
    code: str, model: type[models.Model], own: Any = None
) -> Iterable[Problem]:
    """A code is short, has no spaces, and is used once."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]{0,19}", code):
        yield Problem(
            "code",
            code,
            pgettext(
                "problem",
                "A code has 1 to 20 letters, digits or hyphens, for example EA-PCA.",
            ),
        )
    elif model._default_manager.filter(code__iexact=code).exclude(pk=own).exists():
        yield Problem(
            "code",
            code,
            pgettext("problem", "The code %(code)s is taken: choose another.")
            % {"code": code},
        )


def check_names(names: Mapping[str, str], field: str = "names") -> Iterable[Problem]:
    """A name in one language at least."""
    if not any(text.strip() for text in names.values()):
        yield Problem(
            field, "", pgettext("problem", "Give a name in one language at least.")
        )


def check_count(count: int | None, field: str) -> Iterable[Problem]:
    """A count of people in one room: 0 to 10,000, or not known."""
    if count is not None and not 0 <= count <= MOST_PEOPLE:
        yield Problem(
            field,
            str(count),
            pgettext(
                "problem",
                "%(count)s is no number of people: write 0 to %(most)s,"
                " or leave it empty where it is not known.",
            )
            % {"count": count, "most": MOST_PEOPLE},
        )
