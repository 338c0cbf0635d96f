"""People beyond the first rows of the form: one line and one hidden value each.

A training may name 2,000 people, and a small form for each would make a page of
megabytes. A compact row holds what a full one holds; it becomes a full one when somebody
wants to change it, or when something about it is wrong or open.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from mwalimu.people.models import Sector, Sex
from mwalimu.shared.texts import is_readable
from mwalimu.web.kit.trainings.fields import UNKNOWN_MEMBER, Members
from mwalimu.web.kit.trainings.forms import SEX_OF_ONE

OPEN = 20  # so many people stand in full rows
PARTS = (
    *("person", "name", "sex", "sector", "member", "organisation"),
    *("days", "pre_score", "post_score", "certificate"),
)
BETWEEN = "\t"
NUMBER = re.compile(r"\d{1,4}(\.\d{1,2})?\Z", re.ASCII)
SEXES = {"", *Sex.values}
SECTORS = {"", *Sector.values}
LABELS_OF_SEX = dict(SEX_OF_ONE[1:-1])


class NotCompact(ValueError):
    """The values need the eyes of a full row."""


def packed(values: Mapping[str, Any]) -> str:
    """The values of a row as one text."""
    certificate = "on" if values.get("certificate") else ""
    told = {**values, "certificate": certificate}
    texts = ("" if told.get(part) is None else str(told[part]) for part in PARTS)
    return BETWEEN.join(" ".join(text.split()) for text in texts)


def unpacked(text: str) -> dict[str, str]:
    """The values of a row; what is missing at the end is empty."""
    found = text.split(BETWEEN)
    return dict(zip(PARTS, [*found, *[""] * len(PARTS)], strict=False))


@dataclass
class CompactRow:
    """Somebody who took part. Answers like a full row that was filled in rightly."""

    place: int
    packed: str
    cleaned_data: dict[str, Any]
    dropped: bool = False
    found: Any = None
    errors: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(
        cls, place: int, text: str, members: Members, dropped: bool = False
    ) -> "CompactRow":
        """The row that a text describes. Raises NotCompact unless all of it is right."""
        data = unpacked(text)
        typed = (data["name"], data["organisation"])
        if (
            not data["name"]
            or any(len(each) > 200 or not is_readable(each) for each in typed)
            or data["sex"] not in SEXES
            or data["sector"] not in SECTORS
        ):
            raise NotCompact
        cleaned = {
            **data,
            "who": "",
            "person": _uuid(data["person"]),
            "member": _member(data["member"], members),
            "days": _number(data["days"]),
            "pre_score": _number(data["pre_score"]),
            "post_score": _number(data["post_score"]),
            "certificate": data["certificate"] == "on",
        }
        return cls(place, text, cleaned, dropped)

    @property
    def filled(self) -> bool:
        """The row names somebody and stays."""
        return not self.dropped

    @cached_property
    def told(self) -> str:
        """What the line says behind the name."""
        data = self.cleaned_data
        parts = [
            str(LABELS_OF_SEX.get(data["sex"], "")),
            str(Sector(data["sector"]).label) if data["sector"] else "",
            data["organisation"],
            unpacked(self.packed)["member"],
        ]
        return " · ".join(part for part in parts if part and part != UNKNOWN_MEMBER)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise NotCompact from None


def _number(text: str) -> Decimal | None:
    if text and not NUMBER.match(text):
        raise NotCompact
    return Decimal(text) if text else None


def _member(text: str, members: Members) -> Any:
    if not text or text == UNKNOWN_MEMBER:
        return text or None
    try:
        return members.find(text)
    except ValidationError:
        raise NotCompact from None
