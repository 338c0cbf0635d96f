"""Putting a backup in the place of what an instance holds."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError

from mwalimu.accounts.models import Account
from mwalimu.cli.backup import postgresql, sqlite
from mwalimu.cli.backup.archive import Manifest
from mwalimu.cli.door import Trouble
from mwalimu.people.models import Person

LEFTOVERS = ("", "-wal", "-shm")


def holds_data(folder: Path) -> bool:
    """Whether something would be lost: accounts, persons or files."""
    if any(path.is_file() for path in (folder / "files").rglob("*")):
        return True
    try:
        return Account.objects.exists() or Person.objects.exists()
    except DatabaseError:  # no tables yet
        return False


def check_fits(manifest: Manifest) -> None:
    """Raise Trouble unless this version, engine and home can take the backup."""
    if manifest.engine != connection.vendor:
        raise Trouble(
            f"The backup is of a {manifest.engine} database, this instance uses"
            f" {connection.vendor}. Set database_url to match. Nothing was changed."
        )
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if unknown := sorted(set(manifest.migrations) - known):
        raise Trouble(
            f"The backup was made by Mwalimu {manifest.version}, which knows"
            f" {unknown[0]}; this version does not. Install that version or a newer"
            " one. Nothing was changed."
        )
    if manifest.demo != settings.DEMO:
        kind, advice = ("the demo", "true") if manifest.demo else ("no demo", "false")
        raise Trouble(
            f"The backup is of {kind}, unlike this home. If that is meant, write"
            f" `demo = {advice}` in mwalimu.toml. Nothing was changed."
        )


def set_aside(folder: Path, names: list[str], aside: Path) -> None:
    """Move what is there into the folder `aside`."""
    aside.mkdir(mode=0o700)
    for name in names:
        if (folder / name).exists():
            (folder / name).rename(aside / name)


def bring_back(folder: Path, aside: Path) -> None:
    """Undo `set_aside`."""
    for path in aside.iterdir():
        present = folder / path.name
        if present.is_dir():
            shutil.rmtree(present)
        path.rename(present)
    aside.rmdir()


def restore_files(unpacked: Path, folder: Path) -> None:
    """Move the files and, where they are in the backup, the secrets into the home."""
    if (unpacked / "files").exists():
        (unpacked / "files").rename(folder / "files")
    (folder / "files").mkdir(exist_ok=True, mode=0o700)
    if (unpacked / "secrets").exists():
        (unpacked / "secrets").rename(folder / "secrets")
    with suppress(FileNotFoundError):
        (unpacked / "settings" / "mwalimu.toml").rename(
            folder / "mwalimu.toml.from-backup"
        )


def restore_database(
    unpacked: Path, manifest: Manifest, on_progress: Callable[[float], None]
) -> None:
    """Put the database of the backup in the place of ours."""
    if connection.vendor == "sqlite":
        target = Path(connection.settings_dict["NAME"])
        (unpacked / "database" / sqlite.NAME).rename(target)
        return
    postgresql.replace(
        unpacked / "database",
        manifest.migrations,
        manifest.counts,
        manifest.columns,
        on_progress,
    )


def restore(
    unpacked: Path,
    manifest: Manifest,
    folder: Path,
    aside: Path,
    on_progress: Callable[[float], None],
) -> None:
    """Restore an unpacked, checked backup; what was there is in `aside` afterwards.

    A failure at any point brings back what was there.
    """
    names = ["files", *(["secrets"] if manifest.secrets else [])]
    if connection.vendor == "sqlite":
        sqlite.verify(unpacked / "database" / sqlite.NAME, manifest.counts)
        database = Path(connection.settings_dict["NAME"])
        names += [f"{database.name}{tail}" for tail in LEFTOVERS]
    connection.close()
    set_aside(folder, names, aside)
    try:
        restore_files(unpacked, folder)
        restore_database(unpacked, manifest, on_progress)
    except BaseException:
        bring_back(folder, aside)
        raise
    if not any(path.is_file() for path in aside.rglob("*")):
        shutil.rmtree(aside)
