"""What a database knows about the sizes of its tables, from which it plans queries."""

ROWS_READ = (
    1000  # of each index by SQLite: enough to tell a rare value from a common one
)


def refresh_statistics() -> str:
    """Let the database look at its tables again; what was done.

    SQLite never does it by itself. PostgreSQL does, some minutes after a large change.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={ROWS_READ}")
        cursor.execute("ANALYZE")
    return "query statistics: refreshed"
