"""A figure as data: JSON and CSV. Command line, pages and interface write the same."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from mwalimu.figures.queries import Amount, FigureTable, Labels, Trace

TRACE_COLUMNS = ("date", "host", "topic", "title", "adds", "record", "synthetic")


def number(value: int | Decimal | None) -> int | float | None:
    """A number for JSON: hours are whole or have one decimal."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def yes(flag: bool) -> str:
    """A flag in a table."""
    return "yes" if flag else "no"


def as_object(table: FigureTable, as_of: datetime) -> dict[str, Any]:
    """The JSON of a figure. A hidden number is null, and `hidden` says so."""
    total = _measure(table.total)
    return {
        "indicator": table.indicator.code,
        "unit": table.indicator.unit["en"],
        "as_of": as_of.isoformat(),
        "total": total.pop("value"),
        **{f"total_{name}": value for name, value in total.items()},
        "rows": [
            {**_coded(table.by, row.key), **_measure(row.amount)} for row in table.rows
        ],
        "rows_add_up": table.adds_up,
        "scope": Labels("en").scope(table.conditions),
        "rule": table.indicator.rule["en"],
        "synthetic": table.synthetic,
    }


def _coded(by: Sequence[str], key: Sequence[str]) -> dict[str, str | int]:
    return {
        name: int(code) if name == "year" else code
        for name, code in zip(by, key, strict=True)
    }


def _measure(amount: Amount) -> dict[str, Any]:
    found: dict[str, Any] = {"value": number(amount.value)}
    if amount.at_most is not None:
        found |= {"at_least": amount.at_least, "at_most": amount.at_most}
    if amount.hidden:
        found["hidden"] = True
    return found


def separated(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Comma-separated values with a line of names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()


def as_csv(table: FigureTable) -> str:
    """A row a line, with codes; a column says whether the figure is synthetic."""
    rows = [(row.key, row.amount) for row in table.rows]
    if not table.by:
        rows = [((), table.total)]
    bounds = ["at_least", "at_most"] if table.total.at_most is not None else []
    lines = [
        [
            *key,
            "hidden" if amount.hidden else number(amount.value),
            *(getattr(amount, name) for name in bounds),
            yes(table.synthetic),
        ]
        for key, amount in rows
    ]
    return separated([*table.by, "value", *bounds, "synthetic"], lines)


def trace_lines(trace: Trace) -> list[list[Any]]:
    """The rows behind a number, in the order of TRACE_COLUMNS."""
    return [
        [
            str(row.day),
            row.host,
            row.topic,
            harmless(row.title),
            number(row.value),
            str(row.uuid),
            yes(row.synthetic),
        ]
        for row in trace.rows
    ]


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
