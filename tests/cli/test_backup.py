"""What was backed up comes back to the row, on either database; nothing half-done."""

import hashlib
import json
import os
import shutil
import tarfile
import time
from contextlib import closing

import pytest

from tests.cli.conftest import Instance

pytestmark = pytest.mark.slow
NEW_PERSON = """
from mwalimu.accounts.operations import system_actor
from mwalimu.people.operations import create_person
from mwalimu.shared import clock
person = create_person(name="Amina Example", by=system_actor(), at=clock.now())
print(person.pk)
"""


def rows(instance: Instance) -> dict[str, list]:
    """The rows of each table, but for what is cached and for marks."""
    found = {}
    with closing(instance.connect()) as database:
        for name in instance.tables(database):
            cursor = database.execute(f'SELECT * FROM "{name}"')
            found[name] = sorted(repr(row) for row in cursor.fetchall())
    return found


def store(instance: Instance, content: bytes) -> str:
    """A stored file in the home; its name in the backup."""
    digest = hashlib.sha256(content).hexdigest()
    path = instance.home / "files" / "content" / digest[:2] / digest[2:4] / digest
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return str(path.relative_to(instance.home))


def test_a_restored_instance_has_the_same_rows_and_files(lived_in, tmp_path):
    name, before = store(lived_in, b"a sign-in sheet"), rows(lived_in)
    backup = str(tmp_path / "backup.tar.gz")
    assert lived_in.run("backup", backup).returncode == 0
    lived_in.python(NEW_PERSON)
    store(lived_in, b"a later file")
    assert rows(lived_in) != before
    done = lived_in.run("restore", "--replace", backup)
    assert done.returncode == 0, done.stdout
    assert rows(lived_in) == before
    assert (lived_in.home / name).read_bytes() == b"a sign-in sheet"
    assert sum(p.is_file() for p in (lived_in.home / "files").rglob("*")) == 1
    assert int(lived_in.python(NEW_PERSON)) == 2  # numbers go on where they were


def test_a_home_that_holds_data_is_not_replaced_unasked(lived_in, tmp_path):
    backup, before = str(tmp_path / "backup.tar.gz"), rows(lived_in)
    lived_in.run("backup", backup)
    lived_in.python(NEW_PERSON)
    done = lived_in.run("restore", backup)
    assert done.returncode == 1
    assert "holds data; nothing was changed" in done.stdout
    assert len(rows(lived_in)["people_person"]) == len(before["people_person"]) + 1


def test_a_damaged_backup_changes_nothing(lived_in, tmp_path):
    backup, before = tmp_path / "backup.tar.gz", rows(lived_in)
    lived_in.run("backup", str(backup))
    backup.write_bytes(backup.read_bytes()[:-2000])
    done = lived_in.run("restore", "--replace", str(backup))
    assert done.returncode == 1
    assert "is no complete backup of Mwalimu" in done.stdout
    assert rows(lived_in) == before
    assert not list(lived_in.home.glob("replaced-*"))
    assert not list(lived_in.home.glob(".restore-*"))


def test_rows_that_do_not_fit_together_change_nothing(lived_in, tmp_path):
    """The hashes agree, as if made on purpose; the database itself refuses."""
    backup, before = tmp_path / "backup.tar.gz", rows(lived_in)
    lived_in.run("backup", str(backup))
    forge_counts(backup, tmp_path)
    done = lived_in.run("restore", "--replace", str(backup))
    assert done.returncode == 1
    assert "Nothing was changed." in done.stdout
    assert rows(lived_in) == before


def forge_counts(backup, folder):
    """Let the manifest speak of one row more than there is."""
    with tarfile.open(backup) as tar:
        tar.extractall(folder / "open", filter="data")
    path = folder / "open" / "manifest.json"
    content = json.loads(path.read_text())
    content["counts"]["people_person"] += 1
    path.write_text(json.dumps(content))
    with tarfile.open(backup, "w:gz") as tar:
        for member in sorted(p for p in path.parent.rglob("*") if p.is_file()):
            tar.add(member, member.relative_to(path.parent).as_posix())


def test_nothing_is_restored_or_prepared_beneath_a_running_worker(lived_in, tmp_path):
    backup = str(tmp_path / "backup.tar.gz")
    lived_in.run("backup", backup)
    worker = lived_in.start("worker")
    try:
        wait_for_beat(lived_in)
        answers = [
            lived_in.run("restore", "--replace", backup),
            lived_in.run("init"),
        ]
    finally:
        worker.terminate()
        assert worker.wait(20) == 0
    assert [done.returncode for done in answers] == [1, 1]
    assert all("Mwalimu is running on" in done.stdout for done in answers)


def wait_for_beat(instance: Instance) -> None:
    """Until the worker has written its first beat."""
    with closing(instance.connect()) as database:
        query = "SELECT 1 FROM shared_mark WHERE name = 'worker'"
        while not database.execute(query).fetchone():
            database.rollback()
            time.sleep(0.1)


def test_a_backup_with_secrets_makes_a_whole_new_home(
    lived_in, empty_database, tmp_path
):
    backup, before = str(tmp_path / "backup.tar.gz"), rows(lived_in)
    assert lived_in.run("backup", "--with-secrets", backup).returncode == 0
    fresh = Instance(tmp_path / "fresh", empty_database)
    assert fresh.run("restore", backup).returncode == 0
    assert rows(fresh) == before
    for name in ("secret_key", "person_key"):
        restored = (fresh.home / "secrets" / name).read_text()
        assert restored == (lived_in.home / "secrets" / name).read_text()


def test_a_backup_without_secrets_says_so_and_has_none(lived_in):
    done = lived_in.run("backup")
    assert "The secrets are not in it." in done.stdout
    (backup,) = (lived_in.home / "backups").glob("mwalimu-*.tar.gz")
    with tarfile.open(backup) as tar:
        assert [name for name in tar.getnames() if name.startswith("s")] == []
    assert os.stat(backup).st_mode & 0o077 == 0


def test_only_the_newest_backups_are_kept(lived_in):
    for day in ("20240101", "20240102", "20240103"):
        (lived_in.home / "backups" / f"mwalimu-{day}-000000.tar.gz").touch()
    assert lived_in.run("backup", "--keep", "2").returncode == 0
    names = sorted(p.name for p in (lived_in.home / "backups").glob("*.tar.gz"))
    assert (len(names), names[0]) == (2, "mwalimu-20240103-000000.tar.gz")


def test_an_upgrade_makes_a_backup_first_and_loses_nothing(lived_in):
    undo = ("manage", "migrate", "figures", "zero", "--verbosity", "0")
    assert lived_in.run(*undo).returncode == 0
    people = rows(lived_in)["people_person"]
    shutil.rmtree(lived_in.home / "static")
    assert lived_in.run("doctor").returncode == 1
    done = lived_in.run("upgrade")
    assert done.returncode == 0, done.stdout
    assert rows(lived_in)["people_person"] == people
    assert len(list((lived_in.home / "backups").glob("before-upgrade-*"))) == 1
    assert lived_in.run("doctor").returncode == 0
