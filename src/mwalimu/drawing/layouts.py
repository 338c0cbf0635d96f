"""Where the Members of a part of the world stand on a tile-grid map.

Our own tables: neighbours stay near each other, north is up, every Member is as large
as every other. ISO 3166-1 alpha-2; `..` is sea.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """Places of tiles: code to (column, row)."""

    columns: int
    rows: int
    places: dict[str, tuple[int, int]]


def read(table: str) -> Layout:
    """A layout from lines of codes."""
    lines = [line.split() for line in table.strip().splitlines()]
    places = {
        code: (column, row)
        for row, line in enumerate(lines)
        for column, code in enumerate(line)
        if code != ".."
    }
    return Layout(max(map(len, lines)), len(lines), places)


AFRICA = read("""
.. .. MA DZ TN LY EG .. .. ..
CV .. MR ML NE TD SD ER .. ..
SN GM GN BF BJ NG SS ET DJ ..
GW SL CI GH TG CM CF UG SO ..
.. LR .. ST GQ GA CG RW KE ..
.. .. .. .. .. AO CD BI TZ SC
.. .. .. .. .. NA ZM MW MZ KM
.. .. .. .. .. BW ZW .. MG MU
.. .. .. .. .. ZA LS SZ .. ..
""")

PACIFIC = read("""
PW .. .. .. ..
TL PG SB .. WS
.. AU VU FJ TO
.. .. .. NZ ..
""")
