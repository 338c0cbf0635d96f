"""Commands that print the standards: what is asked of a Master Trainer."""

import json
from typing import Any

import click
from django.utils.translation import get_language, pgettext

from mwalimu.cli import main
from mwalimu.cli.door import ready_to_speak
from mwalimu.cli.figures import BadRequest
from mwalimu.shared.languages import in_language

SHAPES = click.Choice(["table", "json"])


@main.group("standards")
def standards_() -> None:
    """Print the standards and what their editions ask."""


@standards_.command("list")
@click.option("--format", "shape", type=SHAPES, default="table", show_default=True)
def list_standards(shape: str) -> None:
    """Print every standard with its editions."""
    ready_to_speak()
    from mwalimu.people.permissions import OPERATOR
    from mwalimu.qualification.exports import shelf_as_object
    from mwalimu.qualification.queries.standards import standards_shown_to

    rows = [shelf_as_object(row) for row in standards_shown_to(OPERATOR)]
    if shape == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(f"{row['code']}  {in_language(row['names'], [reading()])}")
        for edition in row["editions"]:
            click.echo(f"  {_head(edition)}")


@standards_.command("show")
@click.argument("code")
@click.option("--edition", "number", type=int, help="Default: the newest.")
@click.option("--format", "shape", type=SHAPES, default="table", show_default=True)
def show_standard(code: str, number: int | None, shape: str) -> None:
    """Print what an edition of the standard CODE asks, line by line."""
    ready_to_speak()
    edition = _edition(code, number)
    from mwalimu.qualification.exports import edition_as_object

    found = edition_as_object(edition)
    if shape == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo(_text(edition, found))


def _edition(code: str, number: int | None) -> Any:
    from mwalimu.people.permissions import OPERATOR
    from mwalimu.qualification.queries.standards import edition_at, standards_shown_to

    shelves = {row.standard.code: row for row in standards_shown_to(OPERATOR)}
    if code not in shelves:
        text = pgettext(
            "command", "There is no standard %(code)s. There are: %(known)s."
        )
        known = ", ".join(shelves) or "–"
        raise BadRequest(text % {"code": repr(code[:20]), "known": known})
    numbers = [row.number for row in shelves[code].editions]
    edition = edition_at(OPERATOR, code, number or max(numbers))
    if edition is None:
        text = pgettext(
            "command", "%(code)s has no edition %(number)s. It has: %(known)s."
        )
        known = ", ".join(map(str, numbers))
        raise BadRequest(text % {"code": code, "number": number, "known": known})
    return edition


def _text(edition: Any, found: dict[str, Any]) -> str:
    from mwalimu.qualification.queries.asking import asked
    from mwalimu.qualification.queries.standards import requirement

    lines = [f"{found['standard']}, {_head(found)}", _validity(found), ""]
    for place, line in enumerate(edition.requirements.all(), 1):
        lines.append(f"{place}. {line.code}: {asked(requirement(line), reading())}")
        lines.append(f"   {line.source or '–'}")
    return "\n".join(lines)


def _head(edition: dict[str, Any]) -> str:
    """`edition 1: in force from 2015-01-01`."""
    from mwalimu.qualification.models import StandardEdition

    values = {
        "number": edition["number"],
        "state": StandardEdition.State(edition["state"]).label,
        "day": edition["valid_from"],
    }
    if edition["valid_from"] is None:
        return pgettext("command", "edition %(number)s: %(state)s") % values
    return pgettext("command", "edition %(number)s: %(state)s from %(day)s") % values


def _validity(found: dict[str, Any]) -> str:
    months = found["validity_months"]
    if months is None:
        return pgettext("command", "Awards under it have no end.")
    text = pgettext(
        "command",
        "Awards are valid for %(months)s months; renewed after %(needed)s trainings.",
    )
    return text % {"months": months, "needed": found["renewal_trainings"] or 0}


def reading() -> str:
    """The language of the terminal."""
    return get_language() or "en"
