"""`mwalimu retention`: let go what was kept long enough."""

import json
from typing import Any

import click

from mwalimu.cli import main
from mwalimu.cli.door import ready


@main.command()
@click.option("--dry-run", is_flag=True, help="Say what would go; nothing goes.")
@click.option(
    "--format", "shape", type=click.Choice(["table", "json"]), default="table"
)
def retention(dry_run: bool, shape: str) -> None:
    """Let go what was kept as long as declared. The worker does it once a day.

    Nothing that figures count goes. Done twice, the second time changes nothing.
    """
    ready()
    from mwalimu.accounts.operations import come_from
    from mwalimu.cli.retention.running import apply_retention
    from mwalimu.shared.clock import now

    come_from("mwalimu retention")
    outcomes = apply_retention(now(), dry_run=dry_run)
    text = (
        as_json(outcomes, dry_run) if shape == "json" else as_table(outcomes, dry_run)
    )
    click.echo(text)


def as_table(outcomes: list[Any], dry_run: bool) -> str:
    """A line for each rule, what is due or gone first."""
    width = max(len(row.rule.code) for row in outcomes)
    lines = [
        f"{row.due if dry_run else row.gone:>9}  {row.rule.code:<{width}}"
        f"  goes {row.rule.kept}"
        for row in outcomes
    ]
    verb = "due (dry run: nothing was changed)" if dry_run else "gone"
    return "\n".join([f"{verb:>9}", *lines])


def as_json(outcomes: list[Any], dry_run: bool) -> str:
    """The same for machines."""
    rules = [
        {
            "rule": row.rule.code,
            "kept": row.rule.kept,
            "due": row.due,
            "gone": row.gone,
        }
        for row in outcomes
    ]
    return json.dumps({"dry_run": dry_run, "rules": rules}, indent=2)
