"""Figures as drawings, with words in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import get_language, pgettext

from mwalimu.drawing import (
    Bar,
    Column,
    Drawing,
    Layout,
    Tile,
    Words,
    bar,
    stacked_bar,
    tile_map,
)
from mwalimu.figures.queries import Amount, FigureTable, Labels
from mwalimu.reference.models import Member
from mwalimu.web.kit import writing


def written(amount: Amount) -> str:
    """An amount as readers write it; `hidden` where it is too small to be shown."""
    if amount.hidden or amount.value is None:
        return pgettext("figure", "hidden")
    return writing.number(amount.value, get_language() or "en", 1)


def made_up(table: FigureTable) -> str:
    """The note that a drawing carries inside where something counted is synthetic."""
    return pgettext("chart", "synthetic data") if table.synthetic else ""


def words_for(table: FigureTable, labels: Labels, title: str) -> Words:
    """Title, description and headings of a cut by one dimension."""
    return Words(
        title=title,
        description=pgettext(
            "chart", "Total: %(total)s. The table below has every number."
        )
        % {"total": written(table.total)},
        headings=(labels.dimension(table.by[0]), labels.text(table.indicator.names)),
        note=made_up(table),
    )


def columns(table: FigureTable, labels: Labels, title: str) -> Drawing:
    """A cut by time as columns, oldest first."""
    found = []
    for row in table.rows:
        said = written(row.amount)
        part = Bar("", float(row.amount.value or 0), said)
        found.append(Column(labels.value(table.by[0], row.key[0]), (part,), said))
    return stacked_bar(words_for(table, labels, title), found)


def bars(table: FigureTable, labels: Labels, title: str) -> Drawing:
    """A cut by anything as bars, in the natural order of the dimension."""
    found = []
    for row in table.rows:
        amount = row.amount
        value = None if amount.value is None else float(amount.value)
        label = labels.value(table.by[0], row.key[0])
        found.append(Bar(label, value, written(amount)))
    return bar(words_for(table, labels, title), found)


def members_map(
    words: Words,
    layout: Layout,
    members: Iterable[Member],
    taking_part: frozenset[str],
    amounts: dict[str, str],
) -> Drawing:
    """Members on a tile map, alphabetical in its table; no Member is shaded by number."""
    language = get_language() or "en"
    tiles = [
        Tile(
            member.code,
            str(member.name(language)),
            amounts.get(member.code, ""),
            None,
            member.code in taking_part,
        )
        for member in members
    ]
    return tile_map(words, layout, sorted(tiles, key=lambda tile: tile.name))
