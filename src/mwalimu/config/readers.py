"""How the text of a setting becomes its value; each raises ValueError in words."""

import re
from collections.abc import Callable
from email.utils import parseaddr
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\Z|\[[0-9A-Fa-f:.]+\]\Z")
SECRET_LENGTH = 50


def text(value: str) -> str:
    """Any text."""
    return value


def yes_or_no(value: str) -> bool:
    """`yes` or `no`."""
    known = {"yes": True, "true": True, "1": True}
    known |= {"no": False, "false": False, "0": False}
    try:
        return known[value.strip().lower()]
    except KeyError:
        raise ValueError("write yes or no") from None


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number from `least` to `most`."""

    def read(value: str) -> int:
        advice = f"write a whole number from {least} to {most}"
        try:
            number = int(value)
        except ValueError:
            raise ValueError(advice) from None
        if not least <= number <= most:
            raise ValueError(advice)
        return number

    return read


def secret(value: str) -> str:
    """Empty, or 50 characters or more."""
    if value and len(value) < SECRET_LENGTH:
        raise ValueError(f"write {SECRET_LENGTH} characters or more, or leave it empty")
    return value


def host(value: str) -> str:
    """Empty, or the name of a machine, without scheme or port."""
    if value and not HOST.match(value):
        raise ValueError("write a host name such as mail.example.org")
    return value


def hosts(value: str) -> list[str]:
    """Host names separated by commas."""
    return [host(part.strip()) for part in value.split(",") if part.strip()]


def base_url(value: str) -> str:
    """An address such as https://mwalimu.example.org, without a path."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("write an address such as https://mwalimu.example.org")
    if parts.path.strip("/") or parts.query or parts.username:
        raise ValueError("write the address without a path")
    host(parts.hostname or "")
    _ = parts.port  # raises ValueError in words
    return value.rstrip("/")


def database(value: str) -> str:
    """Empty for the embedded SQLite, or postgresql://user:password@host:port/name."""
    advice = "write postgresql://user:password@host:port/name"
    if not value:
        return value
    parts = urlsplit(value)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(advice)
    if not parts.path.strip("/"):
        raise ValueError(f"{advice}; the name of the database is missing")
    try:
        _ = parts.port
    except ValueError:
        raise ValueError(f"{advice}; the port is no number") from None
    return value


def mail_address(value: str) -> str:
    """An address such as mwalimu@example.org, or Name <mwalimu@example.org>."""
    address = parseaddr(value)[1]
    if address.count("@") != 1 or " " in address or "\n" in value:
        raise ValueError("write an address such as mwalimu@example.org")
    return value


def time_zone(value: str) -> str:
    """The name of a time zone in the IANA list."""
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        near = [name for name in available_timezones() if value.lower() in name.lower()]
        example = sorted(near)[0] if value and near else "Africa/Nairobi"
        raise ValueError(f"write a name such as {example}") from None
    return value
