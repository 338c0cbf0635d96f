"""Texts that exist in several languages, in one way for every table.

A translated name is stored as one JSON object, `{"en": "...", "fr": "..."}`. What a
reader sees is in their language, or the best language that exists, and the page can
tell which (`Wording.language`), so that it can mark the fallback.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

READING_ORDER = ("en", "fr", "pt", "es")


@dataclass(frozen=True)
class Wording:
    """A text and the language it is really in (BCP 47)."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


def in_language(names: Mapping[str, str], preferred: Sequence[str]) -> Wording:
    """The text of `names` in the first preferred language that has one.

    Falls back to READING_ORDER, then to whatever exists; an empty mapping gives an
    empty text in the first preferred language.
    """
    for language in (*preferred, *READING_ORDER, *names):
        if names.get(language):
            return Wording(names[language], language)
    return Wording("", preferred[0] if preferred else READING_ORDER[0])
