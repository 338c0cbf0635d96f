"""Commands that bring records in."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import click

from mwalimu.cli import main
from mwalimu.cli.door import ready
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
    "--format", "shape", type=click.Choice(["table", "json"]), default="table"
)
def events(file: Path, dry_run: bool, shape: str) -> None:
    """Import dated events of programmes from FILE, a CSV table in UTF-8.

    Exit code 0: every row is in. 1: some rows are wrong and were left out, the good
    ones are stored. 2: the file cannot be read, nothing was stored.
    """
    ready()
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
        report = import_events(lines, by=actor, at=now(), dry_run=dry_run)
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
    ready()
    from mwalimu.accounts.operations import come_from, system_actor
    from mwalimu.programmes.importing.catalogue import load_catalogue
    from mwalimu.programmes.importing.events import import_shipped_events
    from mwalimu.shared.clock import now

    come_from("mwalimu import history")
    by, at = system_actor(), now()
    made = load_catalogue(by=by, at=at)
    click.echo(f"programmes, cohorts and groups: {len(made)} new")
    click.echo(_as_table(import_shipped_events(by=by, at=at)))


def _unreadable(file: Path, reason: str) -> None:
    click.echo(f"{file}: {reason} Nothing was stored.", err=True)
    sys.exit(UNREADABLE)


def _as_table(report: Any) -> str:
    """What happened in words, the sum first."""
    lines = [
        f"{len(report.new)} new, {len(report.changed)} changed,"
        f" {len(report.same)} same, {report.wrong_rows} wrong"
    ]
    if report.dry_run:
        lines[0] += " (dry run: nothing was stored)"
    lines += [f"made: {name}" for name in report.created]
    lines += [f"changed: {key}: {', '.join(c)}" for key, c in report.changed.items()]
    lines += report.notices
    for problem in report.problems:
        lines.append(
            f"row {problem.row}, column {problem.column}, {problem.value!r}:"
            f" {problem.message}"
        )
    if report.problems and not report.dry_run:
        lines.append("The other rows are stored. Correct these and import again.")
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
