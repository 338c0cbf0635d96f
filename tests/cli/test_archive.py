"""The file of a backup is believed only if every byte agrees with its manifest."""

import io
import json
import tarfile

import pytest

from mwalimu.cli.backup.archive import Manifest, new_archive, unpack
from mwalimu.cli.door import Trouble


def manifest(**changes):
    facts = {
        "version": "0.1.0",
        "made_at": "2024-03-01T09:00:00+00:00",
        "engine": "sqlite",
        "migrations": [],
        "counts": {},
        "demo": False,
        "secrets": False,
    }
    return Manifest(**{**facts, **changes})


@pytest.fixture
def archive(tmp_path):
    source = tmp_path / "database.bin"
    source.write_bytes(b"rows " * 1000)
    target = tmp_path / "backup.tar.gz"
    with new_archive(target) as writer:
        writer.add("database/mwalimu.sqlite3", source)
        writer.close(manifest())
    return target


def tampered(archive, change):
    """The archive, rewritten with `change(name, content) -> content or None`."""
    with tarfile.open(archive) as tar:
        members = [(info.name, tar.extractfile(info).read()) for info in tar]
    with tarfile.open(archive, "w:gz") as tar:
        for name, content in members:
            content = change(name, content)
            if content is not None:
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
    return archive


def refusal(archive, tmp_path):
    with pytest.raises(Trouble) as caught:
        unpack(archive, tmp_path / "out")
    assert "Nothing was changed." in caught.value.message
    return caught.value.message


def test_a_backup_comes_back_byte_for_byte(archive, tmp_path):
    found = unpack(archive, tmp_path / "out")
    content = (tmp_path / "out" / "database" / "mwalimu.sqlite3").read_bytes()
    assert content == b"rows " * 1000
    assert found.members["database/mwalimu.sqlite3"]["size"] == 5000


def test_only_its_owner_can_read_a_backup(archive):
    assert archive.stat().st_mode & 0o777 == 0o600


def test_a_changed_byte_is_noticed(archive, tmp_path):
    def change(name, content):
        return content.replace(b"rows", b"cows", 1) if "database" in name else content

    words = refusal(tampered(archive, change), tmp_path)
    assert "database/mwalimu.sqlite3 is not what the manifest says" in words


def test_a_missing_member_is_noticed(archive, tmp_path):
    def change(name, content):
        return None if "database" in name else content

    words = refusal(tampered(archive, change), tmp_path)
    assert "database/mwalimu.sqlite3 is missing" in words


def test_a_backup_without_its_end_is_noticed(archive, tmp_path):
    archive.write_bytes(archive.read_bytes()[:-40])
    assert "cannot be read to its end" in refusal(archive, tmp_path)


@pytest.mark.parametrize("content", [b"", b"name,year\nKenya,2020\n", b"\x1f\x8b\x08"])
def test_what_is_no_backup_at_all_is_refused(content, archive, tmp_path):
    archive.write_bytes(content)
    assert "is no complete backup of Mwalimu" in refusal(archive, tmp_path)


def test_an_archive_of_something_else_is_refused(archive, tmp_path):
    def change(name, content):
        return None if name == "manifest.json" else content

    assert "it has no manifest" in refusal(tampered(archive, change), tmp_path)


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "files/../../outside"])
def test_a_member_that_would_land_outside_is_refused(name, archive, tmp_path):
    with tarfile.open(archive, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo(name), io.BytesIO(b""))
    assert "does not belong in a backup" in refusal(archive, tmp_path)
    assert not list(tmp_path.parent.rglob("outside"))


def test_a_link_is_refused(archive, tmp_path):
    info = tarfile.TarInfo("files/link")
    info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(archive, "w:gz") as tar:
        tar.addfile(info)
    assert "is no plain file" in refusal(archive, tmp_path)


def test_a_format_of_the_future_says_which_version_is_needed(archive, tmp_path):
    def change(name, content):
        if name != "manifest.json":
            return content
        return json.dumps({**json.loads(content), "format": 2, "version": "9"}).encode()

    words = refusal(tampered(archive, change), tmp_path)
    assert "was made by Mwalimu 9, in a format that this version does not know" in words


def test_a_backup_that_fails_leaves_nothing_behind(tmp_path):
    target = tmp_path / "backup.tar.gz"
    with pytest.raises(FileNotFoundError), new_archive(target) as writer:
        writer.add("files/none", tmp_path / "none")
    assert list(tmp_path.iterdir()) == []
