"""Copying and replacing a PostgreSQL database, without PostgreSQL's own programs.

Each table is written by COPY in one snapshot. A backup made by a server of one version
goes into a server of any other, and the machine needs no `pg_dump`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from mwalimu.cli.door import Trouble

CACHE = "shared_cache"
CHUNK = 1024 * 1024
Step = Callable[[float], None]


def table_names() -> list[str]:
    """Our tables; what is cached is not worth keeping."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
    return sorted(name for name in names if name != CACHE)


def columns_of(cursor: Any, table: str) -> list[str]:
    """Names of a table's columns, in order."""
    description = connection.introspection.get_table_description(cursor, table)
    return [column.name for column in description]


def copy_statement(table: str, columns: list[str], tail: str) -> Any:
    """COPY of these columns."""
    names = sql.SQL(", ").join(sql.Identifier(column) for column in columns)
    return sql.SQL("COPY {} ({}) " + tail).format(sql.Identifier(table), names)


def copy(
    folder: Path, on_progress: Step
) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Write each table to `folder/TABLE.copy`; rows and columns of each table."""
    counts, columns = {}, {}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        names = table_names()
        for number, table in enumerate(names, 1):
            columns[table] = columns_of(cursor, table)
            statement = copy_statement(table, columns[table], "TO STDOUT")
            target = folder / f"{table}.copy"
            with target.open("wb") as file, cursor.copy(statement) as stream:
                for piece in stream:
                    file.write(piece)
            counts[table] = cursor.rowcount
            on_progress(number / len(names))
    return counts, columns


def replace(
    folder: Path,
    migrations: list[str],
    counts: dict[str, int],
    columns: dict[str, list[str]],
    on_progress: Step,
) -> None:
    """Put the tables of a backup in the place of ours: all of them, or none.

    PostgreSQL's definitions of tables are part of the transaction, so that a failure at
    any point leaves the database as it was.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        drop_all(cursor)
        make_tables(migrations)
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        empty_all(cursor)
        for number, table in enumerate(sorted(columns), 1):
            fill(cursor, folder / f"{table}.copy", table, columns[table])
            if cursor.rowcount != counts[table]:
                raise Trouble(
                    f"The backup holds {cursor.rowcount} rows of {table}, its manifest"
                    f" says {counts[table]}. Nothing was changed."
                )
            on_progress(number / len(columns))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        set_sequences(cursor)
    call_command("createcachetable", verbosity=0)


def drop_all(cursor: Any) -> None:
    """Remove every table that we have."""
    for table in [*table_names(), CACHE]:
        name = sql.Identifier(table)
        cursor.execute(sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(name))


def make_tables(migrations: list[str]) -> None:
    """The tables as they were when the backup was made."""
    executor = MigrationExecutor(connection)
    wanted = {
        (app, name) for app, _, name in (text.partition(".") for text in migrations)
    }
    nodes = executor.loader.graph.node_map
    last = [
        key
        for key in sorted(wanted)
        if not any(
            child.key in wanted and child.key[0] == key[0]
            for child in nodes[key].children
        )
    ]
    executor.migrate(last)


def empty_all(cursor: Any) -> None:
    """Remove the rows that migrations made; the backup has them too."""
    names = sql.SQL(", ").join(sql.Identifier(name) for name in table_names())
    cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))


def fill(cursor: Any, path: Path, table: str, columns: list[str]) -> None:
    """Read a table's rows from its file."""
    statement = copy_statement(table, columns, "FROM STDIN")
    with path.open("rb") as file, cursor.copy(statement) as stream:
        while piece := file.read(CHUNK):
            stream.write(piece)


def set_sequences(cursor: Any) -> None:
    """Let new rows get numbers above those that are there."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE is_identity = 'YES' AND table_schema = current_schema()"
    )
    for table, column in cursor.fetchall():
        statement = sql.SQL(
            "SELECT setval(pg_get_serial_sequence({}, {}), max({}))"
            " FROM {} HAVING max({}) IS NOT NULL"
        )
        name, key = sql.Identifier(table), sql.Identifier(column)
        quoted = sql.Literal(name.as_string(None))
        cursor.execute(statement.format(quoted, sql.Literal(column), key, name, key))
