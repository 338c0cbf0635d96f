"""Commands that print figures and trace them to their rows."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import click
from django.utils.translation import pgettext

from mwalimu.cli import main
from mwalimu.cli.door import ready_to_speak
from mwalimu.shared.texts import in_one_line

DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:|\Z)", re.ASCII)
FORMATS = click.Choice(["table", "json", "csv"])


class BadRequest(click.ClickException):
    """What was asked makes no sense: exit code 2, like click's own refusals."""

    exit_code = 2


def _answered(ask: Any, *arguments: Any, **options: Any) -> Any:
    """Ask; a question that makes no sense ends the command with its explanation."""
    from mwalimu.figures.queries import BadQuestion, told

    try:
        return ask(*arguments, **options)
    except BadQuestion as error:
        raise BadRequest(told(error)) from None


def _instant(text: str | None, now: datetime) -> datetime | None:
    """`2024-03-01` (its end) or `2024-03-01T09:00+00:00`; without a zone, UTC."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text if INSTANT.match(text) else "")
    except ValueError:
        wrong = pgettext(
            "command",
            "%(text)r is no instant: write 2024-03-01 or 2024-03-01T09:00.",
        )
        raise BadRequest(wrong % {"text": text[:60]}) from None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    if found.year < 1900 or found > now:
        wrong = pgettext(
            "command", "%(text)s is no instant in the past: nothing counts as of then."
        )
        raise BadRequest(wrong % {"text": text})
    if DAY.match(text):
        return min(found + timedelta(days=1, microseconds=-1), now)
    return found


@main.command("figures")
@click.argument("indicator", required=False)
@click.option("--by", default="", help="One or two dimensions: topic,year")
@click.option("--where", multiple=True, help="host=KE,year=2018..2023,topic=HS|CV")
@click.option("--as-of", help="Count as of this day or instant; default now.")
@click.option("--format", "form", type=FORMATS, default="table", show_default=True)
def print_figures(
    indicator: str | None, by: str, where: tuple[str, ...], as_of: str | None, form: str
) -> None:
    """Print a figure, cut and filtered. Without INDICATOR: all of them."""
    language = ready_to_speak()
    from mwalimu.figures import exports
    from mwalimu.figures.engine.grammar import where_from
    from mwalimu.shared.clock import now

    at = now()
    instant = _instant(as_of, at)
    conditions = _answered(where_from, where)
    cut = [name.strip() for name in by.split(",") if name.strip()]
    if indicator is None:
        if cut or conditions:
            wrong = pgettext("command", "Name an INDICATOR to cut or filter it.")
            raise BadRequest(wrong)
        print(_all(instant, at, form), end="")
        return
    table = _figure(indicator, cut, conditions, instant)
    if form == "csv":
        print(exports.as_csv(table), end="")
    elif form == "json":
        print(_dumped(exports.as_object(table, instant or at)), end="")
    else:
        print(_text(table, instant or at, language), end="")


def _figure(
    indicator: str, by: list[str], where: dict[str, str], as_of: datetime | None
) -> Any:
    from mwalimu.figures.queries import figure
    from mwalimu.people.permissions import OPERATOR

    return _answered(figure, indicator, by, where, viewer=OPERATOR, as_of=as_of)


def _all(as_of: datetime | None, at: datetime, form: str) -> str:
    """Every indicator with its total."""
    from mwalimu.figures import exports
    from mwalimu.figures.engine.indicators import INDICATORS

    tables = [_figure(code, [], {}, as_of) for code in INDICATORS]
    if form == "json":
        return _dumped([exports.as_object(table, as_of or at) for table in tables])
    head = ["indicator", "total", "unit", "synthetic"]
    rows = [
        [
            t.indicator.code,
            _shown(t.total),
            t.indicator.unit["en"],
            exports.yes(t.synthetic),
        ]
        for t in tables
    ]
    return exports.separated(head, rows) if form == "csv" else _aligned(head, rows)


def _shown(amount: Any) -> str:
    """A number for readers; an interval as `12 to 30`."""
    from mwalimu.figures import exports

    if amount.at_most is not None and not amount.is_exact:
        bounds = {"least": amount.at_least, "most": amount.at_most}
        return pgettext("command", "%(least)s to %(most)s") % bounds
    return str(exports.number(amount.value))


def _dumped(thing: Any) -> str:
    return json.dumps(thing, ensure_ascii=False, indent=2) + "\n"


def _aligned(head: list[str], rows: list[list[Any]]) -> str:
    """Columns side by side; those of numbers to the right."""
    lines = [[in_one_line(str(each)) for each in row] for row in [head, *rows]]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    right = {"value", "total", "adds"}
    text = [
        "  ".join(
            cell.rjust(width) if name in right else cell.ljust(width)
            for name, cell, width in zip(head, line, widths, strict=True)
        ).rstrip()
        for line in lines
    ]
    return "\n".join(text) + "\n"


def _text(table: Any, as_of: datetime, language: str) -> str:
    from mwalimu.figures.queries import Labels

    labels = Labels(language)
    indicator, unit = table.indicator, labels.text(table.indicator.unit)
    told = {
        "scope": labels.scope(table.conditions),
        "at": f"{as_of:%Y-%m-%d %H:%M}",
        "rule": labels.text(indicator.rule),
        "total": f"{_shown(table.total)} {unit}",
    }
    text = [
        labels.text(indicator.names),
        pgettext("command", "Scope: %(scope)s") % told,
        pgettext("command", "As of: %(at)s UTC") % told,
        pgettext("command", "Rule: %(rule)s") % told,
    ]
    if table.synthetic:
        text.append(
            pgettext(
                "command",
                "Synthetic: what is counted here is made up, in whole or in part.",
            )
        )
    text.append("")
    if table.by:
        rows = [
            [
                *map(labels.value, table.by, row.key),
                _shown(row.amount),
            ]
            for row in table.rows
        ]
        text.append(_aligned([*table.by, "value"], rows))
    text.append(pgettext("command", "Total: %(total)s") % told)
    if table.by and not table.adds_up:
        text.append(
            pgettext("command", "Rows do not add up to the total: the rule says why.")
        )
    return "\n".join(text) + "\n"


@main.command("trace")
@click.argument("indicator")
@click.option("--where", multiple=True, help="host=KE,year=2018..2023,topic=HS|CV")
@click.option("--as-of", help="Count as of this day or instant; default now.")
@click.option("--format", "form", type=FORMATS, default="table", show_default=True)
def print_trace(
    indicator: str, where: tuple[str, ...], as_of: str | None, form: str
) -> None:
    """Print the rows behind a number, oldest first; they add up to it."""
    language = ready_to_speak()
    from mwalimu.figures import exports
    from mwalimu.figures.engine.grammar import where_from
    from mwalimu.figures.queries import trace
    from mwalimu.people.permissions import OPERATOR
    from mwalimu.shared.clock import now

    at = now()
    instant = _instant(as_of, at)
    conditions = _answered(where_from, where)
    found = _answered(trace, indicator, conditions, viewer=OPERATOR, as_of=instant)
    head, rows = list(exports.TRACE_COLUMNS), exports.trace_lines(found)
    if form == "csv":
        print(exports.separated(head, rows), end="")
    elif form == "json":
        named = [dict(zip(head, row, strict=True)) for row in rows]
        trail = exports.as_object(found.figure, instant or at) | {"rows": named}
        print(_dumped(trail | {"sum": exports.number(found.sums_to.value)}), end="")
    else:
        print(_text(found.figure, instant or at, language))
        print(_aligned(head, rows), end="")
        total = exports.number(found.sums_to.value)
        print()
        print(pgettext("command", "The rows add up to %(total)s.") % {"total": total})
