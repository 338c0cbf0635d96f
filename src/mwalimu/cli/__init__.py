"""The `mwalimu` command. Its grammar, output and exit codes are a contract."""

import os
import sys

import click

import mwalimu
from mwalimu.cli.door import HomeGroup, ready


@click.group(cls=HomeGroup)
@click.version_option(mwalimu.__version__, prog_name="mwalimu")
def main() -> None:
    """Run a Master Trainer Programme."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mwalimu.config.settings")


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run any Django command, for example `mwalimu manage check --deploy`."""
    from django.core.management import execute_from_command_line

    ready()
    sys.argv = ["mwalimu manage", *arguments]
    execute_from_command_line(sys.argv)


from mwalimu.cli import figures, instance, records, standards  # noqa: E402, F401
