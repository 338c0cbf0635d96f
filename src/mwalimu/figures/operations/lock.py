"""One writer of the cube at a time."""

from django.db import connection

CUBE = 0x6D77_616C  # any number that nothing else on the database locks


def lock_cube() -> None:
    """Wait for other transactions that write the cube; held until this one ends.

    Taken before any fact is read. Two verifications at once would otherwise both add to
    a total that they read before the other wrote it, or an award and a training that
    are recorded at once would each miss the other. One lock has no order to get wrong,
    so it cannot deadlock. SQLite has one writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CUBE])
