"""The file of a backup: a `.tar.gz` whose last member, the manifest, lists all others.

The manifest says who made it (version, engine, migrations), how many rows each table
has, and size and SHA-256 of every member. Nothing of a backup is used before all of it
was read and agrees with its manifest.
"""

import hashlib
import io
import json
import os
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from mwalimu.cli.door import Trouble

FORMAT = 1
MANIFEST = "manifest.json"
MEMBER = re.compile(r"(database|files|secrets|settings)(/[A-Za-z0-9_.-]+)+\Z")
CHUNK = 1024 * 1024


@dataclass
class Manifest:
    """What a backup says of itself."""

    version: str
    made_at: str
    engine: str
    migrations: list[str]
    counts: dict[str, int]
    demo: bool
    secrets: bool
    columns: dict[str, list[str]] = field(default_factory=dict)
    members: dict[str, dict[str, Any]] = field(default_factory=dict)
    product: str = "mwalimu"
    format: int = FORMAT


class Hashing(io.RawIOBase):
    """A stream that remembers the SHA-256 of what was read from it."""

    def __init__(self, inner: IO[bytes]) -> None:
        self.inner = inner
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self.inner.read(size)
        self.digest.update(piece)
        return piece


class Writer:
    """Adds members to a new backup and notes their size and hash."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self.tar = tar
        self.members: dict[str, dict[str, Any]] = {}

    def add(self, name: str, path: Path) -> None:
        """Add a file under that name."""
        with path.open("rb") as source:
            info = tarfile.TarInfo(name)
            info.size = os.fstat(source.fileno()).st_size
            info.mode = 0o600
            stream = Hashing(source)
            self.tar.addfile(info, stream)
        self.members[name] = {"size": info.size, "sha256": stream.digest.hexdigest()}

    def close(self, manifest: Manifest) -> None:
        """Add the manifest, the last member."""
        manifest.members = self.members
        content = json.dumps(asdict(manifest), indent=1, sort_keys=True).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(content), 0o600
        self.tar.addfile(info, io.BytesIO(content))


@contextmanager
def new_archive(target: Path) -> Iterator[Writer]:
    """A backup that appears under its name only when it is complete."""
    draft = target.with_name(f".{target.name}.part")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=6) as tar:
                yield Writer(tar)
            raw.flush()
            os.fsync(raw.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def unpack(source: Path, folder: Path) -> Manifest:
    """Write every member into `folder`, checked against the manifest.

    Raises Trouble, in words, for anything that is no backup, damaged or incomplete.
    """
    found: dict[str, dict[str, Any]] = {}
    try:
        with tarfile.open(source, "r:gz") as tar:
            manifest = read_members(tar, folder, found)
    except (tarfile.TarError, EOFError, OSError, ValueError, TypeError) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        raise damaged(source, f"it cannot be read to its end ({error})") from None
    if manifest is None:
        raise damaged(source, "it has no manifest")
    check(source, manifest, found)
    return manifest


def read_members(
    tar: tarfile.TarFile, folder: Path, found: dict[str, dict[str, Any]]
) -> Manifest | None:
    """Every member written to its place; the manifest."""
    manifest = None
    for info in tar:
        stream = tar.extractfile(info) if info.isreg() else None
        if stream is None:
            raise ValueError(f"{info.name!r} is no plain file")
        if info.name == MANIFEST:
            manifest = Manifest(**json.loads(stream.read()))
            continue
        if not MEMBER.match(info.name) or ".." in info.name:
            raise ValueError(f"{info.name!r} does not belong in a backup")
        found[info.name] = write_member(stream, folder / info.name)
    return manifest


def write_member(stream: IO[bytes], target: Path) -> dict[str, Any]:
    """Copy a member to its place; its size and hash."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    reader, size = Hashing(stream), 0
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        while piece := reader.read(CHUNK):
            size += len(piece)
            file.write(piece)
    return {"size": size, "sha256": reader.digest.hexdigest()}


def check(source: Path, manifest: Manifest, found: dict[str, dict[str, Any]]) -> None:
    """Raise Trouble unless the members are those of the manifest, to the byte."""
    if manifest.product != "mwalimu":
        raise damaged(source, "it was made by something else")
    if manifest.format > FORMAT:
        raise Trouble(
            f"{source} was made by Mwalimu {manifest.version}, in a format that this"
            " version does not know. Install that version or a newer one. Nothing was"
            " changed."
        )
    for name in sorted(set(manifest.members) | set(found)):
        if name not in found:
            raise damaged(source, f"{name} is missing")
        if manifest.members.get(name) != found[name]:
            raise damaged(source, f"{name} is not what the manifest says")


def damaged(source: Path, why: str) -> Trouble:
    """What is said of a file that cannot be used."""
    return Trouble(
        f"{source} is no complete backup of Mwalimu: {why}. Nothing was changed. Use"
        " another backup."
    )
