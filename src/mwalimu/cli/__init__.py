"""The `mwalimu` command. Its grammar, output and exit codes are a contract."""

import os

import click

import mwalimu


@click.group()
@click.version_option(mwalimu.__version__, prog_name="mwalimu")
@click.option(
    "--home",
    type=click.Path(file_okay=False),
    help="The folder where the data live; default MWALIMU_HOME, else ~/.mwalimu.",
)
def main(home: str | None) -> None:
    """Run a Master Trainer Programme."""
    if home:
        os.environ["MWALIMU_HOME"] = home
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mwalimu.config.settings")


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run any Django command, for example `mwalimu manage check --deploy`."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["mwalimu manage", *arguments])


from mwalimu.cli import figures, instance, records  # noqa: E402, F401
