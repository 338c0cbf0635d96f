"""Commands that bring records in."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import click
from django.utils.translation import pgettext

from mwalimu.cli import main
from mwalimu.cli.door import ready_to_speak
from mwalimu.cli.statistics import refresh_statistics

SOME_WRONG = 1
UNREADABLE = 2


@main.group("import")
def import_() -> None:
    """Bring records in from files."""


@import_.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen; store nothing.")
@click.option(
    "--create-programme",
    is_flag=True,
    help="Make a programme and a cohort for each cohort that is not known.",
)
@click.option(
    "--format", "shape", type=click.Choice(["table", "json"]), default="table"
)
def events(file: Path, dry_run: bool, create_programme: bool, shape: str) -> None:
    """Import dated events of programmes from FILE, a CSV table in UTF-8.

    Exit code 0: every row is in. 1: some rows are wrong and were left out, the good
    ones are stored. 2: the file cannot be read, nothing was stored.
    """
    ready_to_speak()
    from mwalimu.accounts.operations import come_from, import_actor
    from mwalimu.programmes.importing.events import import_events
    from mwalimu.programmes.importing.rows import (
        LARGEST_FILE,
        UnreadableFile,
        decode,
    )
    from mwalimu.shared.clock import now

    come_from("mwalimu import events")
    try:
        with file.open("rb") as source:  # a device may have no end
            lines = io.StringIO(decode(source.read(LARGEST_FILE + 1)), newline="")
        actor = import_actor(file.name)
        report = import_events(
            lines,
            by=actor,
            at=now(),
            dry_run=dry_run,
            create_programmes=create_programme,
        )
        refresh_statistics()
    except OSError as error:
        _unreadable(file, f"{error.strerror}.")
    except UnreadableFile as error:
        _unreadable(file, str(error))
    click.echo(_as_json(file, report) if shape == "json" else _as_table(report))
    sys.exit(SOME_WRONG if report.problems else 0)


@import_.command()
def history() -> None:
    """Load the real programmes and their 61 dated events that come with the product."""
    ready_to_speak()
    from mwalimu.accounts.operations import come_from, system_actor
    from mwalimu.programmes.importing.catalogue import load_catalogue
    from mwalimu.programmes.importing.events import import_shipped_events
    from mwalimu.qualification.importing import load_standards
    from mwalimu.shared.clock import now

    come_from("mwalimu import history")
    by, at = system_actor(), now()
    made = load_catalogue(by=by, at=at)
    text = pgettext("command", "programmes, cohorts and groups: %(new)s new")
    click.echo(text % {"new": len(made)})
    followed = load_standards(by=by, at=at)
    text = pgettext("command", "standards, and cohorts that follow one: %(new)s new")
    click.echo(text % {"new": len(followed)})
    click.echo(_as_table(import_shipped_events(by=by, at=at)))


def _unreadable(file: Path, reason: str) -> None:
    nothing = pgettext("command", "Nothing was stored.")
    click.echo(f"{file}: {reason} {nothing}", err=True)
    sys.exit(UNREADABLE)


def _as_table(report: Any) -> str:
    """What happened in words, the sum first."""
    counts = {
        "new": len(report.new),
        "changed": len(report.changed),
        "same": len(report.same),
        "wrong": report.wrong_rows,
    }
    summary = pgettext(
        "command", "%(new)s new, %(changed)s changed, %(same)s same, %(wrong)s wrong"
    )
    lines = [summary % counts]
    if report.dry_run:
        lines[0] += " " + pgettext("command", "(dry run: nothing was stored)")
    made = pgettext("command", "made: %(name)s")
    lines += [made % {"name": name} for name in report.created]
    changed = pgettext("command", "changed: %(id)s: %(columns)s")
    for key, columns in report.changed.items():
        lines.append(changed % {"id": key, "columns": ", ".join(columns)})
    lines += report.notices
    wrong = pgettext(
        "command", "row %(row)s, column %(column)s, %(value)r: %(message)s"
    )
    lines += [wrong % vars(problem) for problem in report.problems]
    if report.problems and not report.dry_run:
        lines.append(
            pgettext(
                "command", "The other rows are stored. Correct these and import again."
            )
        )
    return "\n".join(lines)


def _as_json(file: Path, report: Any) -> str:
    return json.dumps(
        {
            "file": file.name,
            "dry_run": report.dry_run,
            "rows": report.rows,
            "new": report.new,
            "changed": report.changed,
            "same": report.same,
            "wrong": report.wrong_rows,
            "problems": [vars(problem) for problem in report.problems],
            "created": report.created,
            "notices": report.notices,
        },
        ensure_ascii=False,
        indent=2,
    )
