"""Making a backup of the instance."""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

import mwalimu
from mwalimu.cli.backup import postgresql, sqlite
from mwalimu.cli.backup.archive import Manifest, Writer, new_archive
from mwalimu.shared.models import Mark

MARK = "backup"


def applied_migrations() -> list[str]:
    """The migrations that the database has had, as app.name."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def stored_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each stored file: its name in the backup and where it is."""
    root = folder / "files"
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield f"files/{path.relative_to(root).as_posix()}", path


def secret_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The secrets and the settings, which may hold passwords."""
    for path in sorted((folder / "secrets").glob("*")):
        yield f"secrets/{path.name}", path
    if (folder / "mwalimu.toml").exists():
        yield "settings/mwalimu.toml", folder / "mwalimu.toml"


def add_database(
    writer: Writer, work: Path, on_progress: Callable[[float], None]
) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Copy the database into the backup; rows and columns of each table."""
    if connection.vendor == "sqlite":
        copied = work / sqlite.NAME
        sqlite.copy(Path(connection.settings_dict["NAME"]), copied, on_progress)
        writer.add(f"database/{sqlite.NAME}", copied)
        return sqlite.counts(copied), {}
    counts, columns = postgresql.copy(work, on_progress)
    for table in sorted(counts):
        writer.add(f"database/{table}.copy", work / f"{table}.copy")
    return counts, columns


def make_backup(
    folder: Path,
    target: Path,
    *,
    at: datetime,
    with_secrets: bool,
    on_progress: Callable[[float], None],
) -> Manifest:
    """Write a backup of the instance to `target`; its manifest.

    The database comes first: a file that is stored meanwhile is in the backup without
    its row, which does no harm; the other way round, a row would miss its file.
    """
    with (
        tempfile.TemporaryDirectory(dir=folder / "backups", prefix=".work-") as work,
        new_archive(target) as writer,
    ):
        counts, columns = add_database(writer, Path(work), on_progress)
        for name, path in stored_files(folder):
            writer.add(name, path)
        if with_secrets:
            for name, path in secret_files(folder):
                writer.add(name, path)
        manifest = Manifest(
            version=mwalimu.__version__,
            made_at=at.isoformat(),
            engine=connection.vendor,
            migrations=applied_migrations(),
            counts=counts,
            columns=columns,
            demo=settings.DEMO,
            secrets=with_secrets,
        )
        writer.close(manifest)
    Mark.objects.put(MARK, at, file=os.fspath(target), size=target.stat().st_size)
    return manifest
