"""`mwalimu doctor`: examine an instance and say what to do."""

import json
from pathlib import Path

import click

import mwalimu
from mwalimu.cli import main
from mwalimu.cli.door import ready
from mwalimu.cli.health.findings import Finding, State

SIGNS = {State.OK: "ok", State.WARN: "warn", State.BAD: "BAD"}


@main.command()
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How the findings are printed.",
)
def doctor(shape: str) -> None:
    """Examine database, files, mail, disk, clock, settings, worker and backups.

    Ends with 1 if anything is bad, else with 0.
    """
    folder = ready()
    findings = examine(folder)
    if shape == "json":
        print_json(findings)
    else:
        print_table(findings)
    if any(finding.state == State.BAD for finding in findings):
        raise click.exceptions.Exit(1)


def examine(folder: Path) -> list[Finding]:
    """The findings of every check, in order; a check that breaks is a bad finding."""
    from mwalimu.cli.health.checks import CHECKS

    findings = []
    for name, check in CHECKS.items():
        try:
            state, text, advice = check(folder)
        except Exception as error:  # the doctor must not fall ill
            state, text = State.BAD, f"{type(error).__name__}: {first_line(error)}"
            advice = "Mend what the other lines say first, then look again."
        findings.append(Finding(name, state, text, advice))
    return findings


def first_line(error: Exception) -> str:
    """The first line of what an error says."""
    return (str(error).strip().splitlines() or [""])[0]


def print_table(findings: list[Finding]) -> None:
    """A line for each finding, and one below it for what to do."""
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        click.echo(f"{SIGNS[finding.state]:4}  {finding.name:{width}}  {finding.text}")
        if finding.advice and finding.state != State.OK:
            click.echo(f"      {'':{width}}  -> {finding.advice}")


def print_json(findings: list[Finding]) -> None:
    """The findings for machines."""
    worst = max((finding.state for finding in findings), default=State.OK)
    content = {
        "version": mwalimu.__version__,
        "state": worst.name.lower(),
        "findings": [
            {
                "name": finding.name,
                "state": finding.state.name.lower(),
                "text": finding.text,
                "advice": finding.advice,
            }
            for finding in findings
        ],
    }
    click.echo(json.dumps(content, indent=1))
