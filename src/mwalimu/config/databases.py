"""The database setting: embedded SQLite, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE_INIT = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768;"
    "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
)


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite with write-ahead log, immediate transactions and a busy timeout."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_INIT,
        },
        "CONN_MAX_AGE": None,
    }


# What PostgreSQL reckons with by default is a disk that turns: it would then rather read
# all 200,000 persons than look up the 3,000 that a reader may see.
SOLID_STATE = "-c random_page_cost=1.1"


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL as the address says; query parameters become connection options."""
    parts = urlsplit(url)
    given = dict(parse_qsl(parts.query, keep_blank_values=True))
    options = {"options": SOLID_STATE, **given}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {name: value for name, value in options.items() if value},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def from_url(url: str, home: Path) -> dict[str, Any]:
    """What `database_url` means for an instance in `home`."""
    scheme = urlsplit(url).scheme
    if scheme in ("postgres", "postgresql"):
        return postgresql(url)
    return sqlite(home / "mwalimu.sqlite3")
