"""What goes into a drawing and what comes out of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Words:
    """The words around a drawing, in the reader's language.

    `headings` are those of its table, the first for the rows. `note` is drawn inside
    the picture, so that it cannot be cut off: "synthetic data".
    """

    title: str
    description: str
    headings: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Table:
    """The numbers behind a drawing, written out."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Drawing:
    """A picture and its table. `svg` is safe to put into a page as it is."""

    svg: str
    table: Table
    title: str
    note: str = ""


@dataclass(frozen=True)
class Bar:
    """A labelled amount >= 0; `text` is how the reader's language writes it.

    `value` None: not shown (hidden or not recorded); `text` says which.
    """

    label: str
    value: float | None
    text: str


@dataclass(frozen=True)
class Column:
    """A label with one amount per series, in the order of the series."""

    label: str
    parts: tuple[Bar, ...]
    text: str = ""  # the sum, written

    @property
    def total(self) -> float:
        """What the column adds up to."""
        return sum(part.value or 0 for part in self.parts)


@dataclass(frozen=True)
class Event:
    """Something that went on from one day to another; `text` is how that is written."""

    label: str
    starts: date
    ends: date
    text: str
    row: str = ""


@dataclass(frozen=True)
class Tile:
    """A Member on a tile map. `share` of the darkest tile, 0 to 1; None: only a mark.

    `marked`: it takes part. The text is written in the tile, whatever the colour.
    """

    code: str
    name: str
    text: str = ""
    share: float | None = None
    marked: bool = False
