"""Making an instance ready to serve; each step does nothing when nothing is needed."""

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from mwalimu.cli.statistics import refresh_statistics

STAMP = ".collected"


def say(text: str) -> None:
    """A line for the operator."""
    click.echo(text)


@contextmanager
def progress(label: str) -> Iterator[Callable[[float], None]]:
    """A bar that is told how far the work is, from 0 to 1; only its label in a log."""
    with click.progressbar(length=1000, label=f"  {label}") as bar:
        yield lambda share: bar.update(int(share * 1000) - bar.pos)
        bar.update(1000 - bar.pos)


def pending_migrations() -> list[str]:
    """Names of the migrations that the database still lacks."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def unknown_migrations() -> list[str]:
    """Migrations that the database had and this version does not know."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    unknown = set(loader.applied_migrations) - set(loader.disk_migrations)
    known = {
        name for replaced in loader.replacements.values() for name in replaced.replaces
    }
    return sorted(f"{app}.{name}" for app, name in unknown - known)


def migrate_database() -> str:
    """Bring the tables to this version; what was done."""
    from django.core.management import call_command

    pending = pending_migrations()
    if pending:
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    if not pending:
        return "database: up to date"
    return f"database: {len(pending)} migrations applied"


def static_fingerprint() -> str:
    """A text that changes when any static file or the way they are kept changes."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]).encode())
    found: Any = (entry for finder in get_finders() for entry in finder.list([]))
    paths = {str(name): Path(storage.path(name)) for name, storage in found}
    for name, path in sorted(paths.items()):
        status = path.stat()
        digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def static_is_current() -> bool:
    """Whether the collected static files are those of this version."""
    from django.conf import settings

    stamp = Path(settings.STATIC_ROOT) / STAMP
    return stamp.exists() and stamp.read_text("ascii") == static_fingerprint()


def collect_static() -> str:
    """Copy and compress the static files into the home; what was done."""
    from django.conf import settings
    from django.core.management import call_command

    if static_is_current():
        return "static files: up to date"
    out = io.StringIO()
    call_command(
        "collectstatic", interactive=False, verbosity=0, clear=True, stdout=out
    )
    root = Path(settings.STATIC_ROOT)
    count = sum(1 for path in root.rglob("*") if path.is_file())
    (root / STAMP).write_text(static_fingerprint(), "ascii")
    return f"static files: {count} written"


def reference_tables() -> str:
    """Load Members, topics, initiatives, partners and editions; what was done."""
    from mwalimu.accounts.operations import system_actor
    from mwalimu.reference.operations import load_reference
    from mwalimu.shared import clock

    done = load_reference(by=system_actor(), at=clock.now())
    if not done.created and not done.changed:
        return "reference tables: up to date"
    counts = f"{len(done.created)} rows made, {len(done.changed)} changed"
    return f"reference tables: {counts}"


def roll_ups() -> str:
    """Rebuild what figures are read from, where another version made it."""
    from mwalimu.accounts.operations import system_actor
    from mwalimu.figures.operations import bring_up_to_date, is_current
    from mwalimu.shared import clock

    if is_current():
        return "figures: up to date"
    with progress("figures") as tell:
        bring_up_to_date(
            by=system_actor(),
            at=clock.now(),
            on_progress=lambda some, all_: tell(some / all_),
        )
    return "figures: as this version keeps them"


def standards() -> str:
    """Load the standards that come with the product; what was done."""
    from mwalimu.accounts.operations import system_actor
    from mwalimu.qualification.importing import load_standards
    from mwalimu.shared import clock

    made = load_standards(by=system_actor(), at=clock.now())
    return f"standards: {', '.join(made)}" if made else "standards: up to date"


def experts() -> str:
    """Load the types and fields of expertise of the product; what was done."""
    from mwalimu.accounts.operations import system_actor
    from mwalimu.qualification.importing import load_experts
    from mwalimu.shared import clock

    made = load_experts(by=system_actor(), at=clock.now())
    return f"experts: {', '.join(made)}" if made else "experts: up to date"


def question_sets() -> str:
    """Load the forms that come with the product; what was done."""
    from mwalimu.accounts.operations import system_actor
    from mwalimu.forms.importing import load_sets
    from mwalimu.shared import clock

    made = load_sets(by=system_actor(), at=clock.now())
    return f"forms: {', '.join(made)}" if made else "forms: up to date"


STEPS: tuple[Callable[[], str], ...] = (
    migrate_database,
    collect_static,
    reference_tables,
    standards,
    experts,
    question_sets,
    roll_ups,
    refresh_statistics,
)


def prepare_instance() -> None:
    """Every step, in order, each saying what it did."""
    for step in STEPS:
        say(f"  {step()}")
