"""What people type: dates known in part, and Members by code or name."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from anyascii import anyascii
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, pgettext
from rapidfuzz import process

from mwalimu.reference.models import Member
from mwalimu.shared.dates import BadDate, PartialDate

UNKNOWN_MEMBER = "-"
DAY_FIRST = re.compile(r"(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})\Z")


class PartialDateField(forms.CharField):
    """A day, a month or a year: 2023-11-06, 2023-11, 2023; 6/11/2023 is read, too."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 20)
        super().__init__(**options)
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self, value: Any) -> Any:
        """A PartialDate, or None where nothing is typed."""
        text = super().clean(value)
        if not text:
            return None
        parts = DAY_FIRST.match(text)
        if parts:
            day, month, year = parts.groups()
            text = "-".join(filter(None, (year, month, day)))
        try:
            return PartialDate.parse(text)
        except BadDate:
            wrong = pgettext(
                "problem", "“%(text)s” is no date: write 2023-11-06, 2023-11 or 2023."
            )
            raise ValidationError(wrong % {"text": value}) from None


class Members:
    """Members as people type them: by code, or by name in any of the languages."""

    def __init__(self, rows: Mapping[int, Member]) -> None:
        self.rows = rows

    @cached_property
    def _known(self) -> dict[str, Member]:
        return {
            folded(text): member
            for member in self.rows.values()
            for text in (member.code, *member.names.values())
        }

    def label(self, member: Member | None) -> str:
        """How a Member is written in a field of the form."""
        return member.name(get_language() or "en").text if member else ""

    def find(self, text: str) -> Member:
        """The Member that somebody typed. Raises ValidationError with the nearest."""
        found = self._known.get(folded(text))
        if found:
            return found
        near = process.extractOne(folded(text), self._known.keys(), score_cutoff=70)
        if near:
            wrong = pgettext(
                "problem", "“%(text)s” is no Member. Did you mean %(near)s?"
            )
            name = self.label(self._known[near[0]])
            raise ValidationError(wrong % {"text": text[:60], "near": name})
        wrong = pgettext("problem", "“%(text)s” is no Member: choose one of the list.")
        raise ValidationError(wrong % {"text": text[:60]})


def folded(text: str) -> str:
    """Without case and accents."""
    return anyascii(text).casefold().strip()


class MemberField(forms.CharField):
    """A Member, typed or chosen from the page's list of Members."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 100)
        options.setdefault("required", False)
        super().__init__(**options)
        self.widget.attrs |= {"list": "members", "autocomplete": "off"}
        self.members: Members | None = None

    def clean(self, value: Any) -> Any:
        """A Member, None where nothing is typed, or `-` for what is not recorded."""
        text = super().clean(value)
        if text == UNKNOWN_MEMBER:
            return text
        return self.members.find(text) if text and self.members else None
