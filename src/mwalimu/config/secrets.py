"""Secrets that an instance makes for itself once and keeps in its home."""

import os
import secrets
from pathlib import Path


def kept(folder: Path, name: str) -> str:
    """The secret of that name; made and stored, readable by its owner only, if new."""
    path = folder / "secrets" / name
    if path.exists():
        return path.read_text("ascii").strip()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    value = secrets.token_urlsafe(50)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was faster
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w") as file:
        file.write(value)
    return value
