"""Secrets that an instance makes for itself once and keeps in its home."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SHORTEST = 32  # characters


def kept(folder: Path, name: str) -> str:
    """The secret of that name; made and stored, readable by its owner only, if new."""
    path = folder / "secrets" / name
    if path.exists():
        return _read(path)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(50))
    with suppress(FileExistsError):  # another process was faster: its secret counts
        os.link(draft, path)
    draft.unlink()
    return _read(path)


def _read(path: Path) -> str:
    """The secret in a file; one that was cut short protects nothing."""
    text = path.read_bytes().strip()
    if len(text) < SHORTEST or not text.isascii():
        raise ImproperlyConfigured(
            f"{path} holds no secret: put back the file as it was, from your copy of"
            " the secrets. Without a copy remove it: a new one is made, everybody must"
            " sign in again, and staff numbers are no longer recognised."
        )
    return text.decode("ascii")
