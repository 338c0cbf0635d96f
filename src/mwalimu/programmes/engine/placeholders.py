"""Placeholders in the text of a letter, such as {member}. Plain Python."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Filled:
    """A text with its placeholders filled; `missing` names those without a value."""

    text: str
    missing: tuple[str, ...] = ()


def placeholders(text: str) -> tuple[str, ...]:
    """The names of the placeholders of a text, each once, in order."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(text)))


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Put the values in. A placeholder without a value stays, and is named.

    A value is never read for placeholders again.
    """
    missing: dict[str, None] = {}

    def instead(match: re.Match[str]) -> str:
        value = values.get(match[1], "")
        if not value:
            missing[match[1]] = None
            return match[0]
        return value

    return Filled(PLACEHOLDER.sub(instead, text), tuple(missing))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what stands between empty lines."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return [part.strip() for part in parts if part.strip()]
