"""`mwalimu backup`, `restore` and `upgrade`."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

import mwalimu
from mwalimu.cli import main
from mwalimu.cli.door import Trouble, alone, ready, stopped
from mwalimu.cli.prepare import (
    pending_migrations,
    prepare_instance,
    progress,
    say,
    unknown_migrations,
)

SUFFIX = ".tar.gz"


def new_name(folder: Path, at: datetime, word: str = "mwalimu") -> Path:
    """The name of a backup made at that instant, in the home."""
    return folder / "backups" / f"{word}-{at:%Y%m%d-%H%M%S}{SUFFIX}"


def prune(folder: Path, keep: int) -> None:
    """Remove all but the newest backups of those that got their name from us."""
    found = sorted((folder / "backups").glob(f"mwalimu-*{SUFFIX}"))
    for path in found[:-keep]:
        path.unlink()
        say(f"  removed {path.name}")


@main.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False))
@click.option(
    "--with-secrets",
    is_flag=True,
    help="Put secrets and settings in as well; keep such a file as safe as they are.",
)
@click.option(
    "--keep",
    type=click.IntRange(1),
    metavar="N",
    help="Afterwards remove all but the newest N backups in the home.",
)
def backup(file: str | None, with_secrets: bool, keep: int | None) -> None:
    """Write the database and the files to one FILE, while the instance runs.

    Without FILE it goes to the folder `backups` in the home.
    """
    folder = ready()
    target = write_backup(folder, Path(file) if file else None, with_secrets)
    say(f"Backup: {target} ({target.stat().st_size / 1e6:.1f} MB)")
    if keep:
        prune(folder, keep)
    if not with_secrets:
        say(
            f"The secrets are not in it. Keep a copy of {folder / 'secrets'} elsewhere."
        )


def write_backup(folder: Path, target: Path | None, with_secrets: bool) -> Path:
    """Make a backup; where it is."""
    from mwalimu.cli.backup.making import make_backup
    from mwalimu.shared import clock

    at = clock.now()
    target = (target or new_name(folder, at)).resolve()
    if target.exists():
        raise Trouble(
            f"{target} exists already; it was not touched. Name another file."
        )
    if not target.parent.is_dir():
        raise Trouble(f"The folder {target.parent} does not exist. Make it first.")
    with progress("backup") as tell:
        make_backup(folder, target, at=at, with_secrets=with_secrets, on_progress=tell)
    return target


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--replace",
    is_flag=True,
    help="Replace what the home holds; a backup of it is made first.",
)
def restore(file: str, replace: bool) -> None:
    """Put a backup FILE in the place of what the home and its database hold.

    All of FILE is checked first; if it is damaged, nothing is changed.
    """
    folder = ready()
    from mwalimu.cli.backup import restoring
    from mwalimu.cli.backup.archive import unpack

    with stopped(folder), alone(folder), unpacked_beside(folder) as work:
        manifest = unpack(Path(file), work)
        restoring.check_fits(manifest)
        say(f"  checked: made {manifest.made_at} by Mwalimu {manifest.version}")
        if restoring.holds_data(folder):
            keep_present(folder, replace)
        aside = folder / f"replaced-{os.path.basename(work).lstrip('.')}"
        with progress("restore") as tell:
            restoring.restore(work, manifest, folder, aside, tell)
        prepare_instance()
    rows = sum(manifest.counts.values())
    say(
        f"Restored: {rows} rows in {len(manifest.counts)} tables. Next: `mwalimu serve`."
    )
    if aside.exists():
        say(f"What was there before is in {aside}; remove it when all is well.")
    if not manifest.secrets:
        say(
            "The backup has no secrets. Unless this home has those of the old one, copy"
            " them into `secrets`: without them everybody must sign in again, and staff"
            " numbers are no longer recognised."
        )


@contextmanager
def unpacked_beside(folder: Path) -> Iterator[Path]:
    """A folder on the same disk as the home, removed afterwards."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".restore-") as name:
        yield Path(name)


def keep_present(folder: Path, replace: bool) -> None:
    """Refuse to replace data unless told to; then make a backup of them first."""
    from mwalimu.shared import clock

    if not replace:
        raise Trouble(
            f"{folder} holds data; nothing was changed. Choose an empty home with"
            " --home, or say --replace."
        )
    target = new_name(folder, clock.now(), "before-restore")
    say(f"  what is there goes to {write_backup(folder, target, True)}")


@main.command()
def upgrade() -> None:
    """Bring an instance to this version: backup, database, static files, check.

    Stop the server first. If anything fails, it says how to go back.
    """
    folder = ready()
    from mwalimu.cli.instance.doctor import examine, print_table
    from mwalimu.shared import clock
    from mwalimu.shared.models import Mark

    with stopped(folder), alone(folder):
        before = last_version()
        saved = backup_before(folder)
        try:
            prepare_instance()
            Mark.objects.put("version", clock.now(), version=mwalimu.__version__)
        except Exception as error:
            raise Trouble(way_back(str(error), before, saved)) from error
    say(f"Upgraded to {mwalimu.__version__}. Next: `mwalimu serve`.")
    findings = examine(folder)
    print_table(findings)


def last_version() -> str:
    """The version that last prepared this instance, or "the one before"."""
    from django.db.utils import DatabaseError

    from mwalimu.shared.models import Mark

    try:
        mark = Mark.objects.named("version")
    except DatabaseError:
        return "the one before"
    return str(mark.value["version"]) if mark else "the one before"


def backup_before(folder: Path) -> Path | None:
    """A backup, with secrets, of what is about to change."""
    from mwalimu.shared import clock

    if unknown_migrations():
        raise Trouble(
            "The database was made by a newer version of Mwalimu than this one; nothing"
            " was changed. Install that version or a newer one."
        )
    if not pending_migrations() or is_new():
        return None
    target = new_name(folder, clock.now(), "before-upgrade")
    return write_backup(folder, target, True)


def is_new() -> bool:
    """Whether the database has never had a table of ours."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return not MigrationRecorder(connection).applied_migrations()


def way_back(what: str, before: str, saved: Path | None) -> str:
    """What happened, what is safe, what to do."""
    steps = f"install Mwalimu {before} again"
    if saved:
        steps += f", then run `mwalimu restore --replace {saved}`"
    return f"The upgrade failed: {what}\nYour data are safe. To go back: {steps}."
