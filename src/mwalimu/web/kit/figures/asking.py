"""What an address asks of the figures, and the addresses of other questions.

An address asks as the command line does: `?indicator=participations&by=year&host=KE`.
The form asks for years by their ends (`from`, `to`); several values of one dimension
may come as `topic=HS&topic=CV`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from mwalimu.figures.engine.dimensions import DIMENSIONS
from mwalimu.figures.engine.indicators import INDICATORS, Indicator
from mwalimu.web.kit.requests import as_number

DEFAULT = "participations"
FIRST_CUT = "year"
LAST_PAGE = 100_000


@dataclass(frozen=True)
class Asked:
    """A question as a page understood it. `left_out`: dimensions that do not apply."""

    indicator: Indicator
    by: tuple[str, ...]
    where: Mapping[str, str]
    left_out: tuple[str, ...] = ()
    page: int = 1

    @property
    def query(self) -> str:
        """The query string that asks the same."""
        pairs = [("indicator", self.indicator.code)]
        pairs += [("by", name) for name in self.by] or [("by", "")]
        return urlencode([*pairs, *self.where.items()])

    def rows_query(self, more: Mapping[str, str] | None = None) -> str:
        """The query string for the rows behind a number of it."""
        where = {**self.where, **(more or {})}
        return urlencode([("indicator", self.indicator.code), *where.items()])

    def without(self, dimension: str) -> "Asked":
        """The same without a filter."""
        rest = {code: text for code, text in self.where.items() if code != dimension}
        return replace(self, where=rest)


def asked_in(query: QueryDict, public: bool) -> Asked:
    """The question of an address; what makes no sense here is left out and named."""
    indicator = INDICATORS.get(query.get("indicator", ""), INDICATORS[DEFAULT])
    allowed = indicator.allowed(public)
    given = query.getlist("by") if "by" in query else [FIRST_CUT]
    by = [name for name in dict.fromkeys(given) if name]
    where = _filters(query)
    left_out = [name for name in (*by, *where) if name not in allowed]
    return Asked(
        indicator=indicator,
        by=tuple(name for name in by if name in allowed)[:2],
        where={name: text for name, text in where.items() if name in allowed},
        left_out=tuple(name for name in dict.fromkeys(left_out) if name in DIMENSIONS),
        page=min(max(as_number(query.get("page"), 1), 1), LAST_PAGE),
    )


def _filters(query: QueryDict) -> dict[str, str]:
    where = {}
    for name in DIMENSIONS:
        values = [text.strip() for text in query.getlist(name) if text.strip()]
        if values:
            where[name] = "|".join(values)
    first, last = query.get("from", "").strip(), query.get("to", "").strip()
    if first or last:
        where["year"] = f"{first or '1990'}..{last or '2100'}"
    return where
