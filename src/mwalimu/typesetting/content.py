"""What printed documents are made of, whatever prints them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A table: its caption, headings, and rows of texts."""

    caption: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
