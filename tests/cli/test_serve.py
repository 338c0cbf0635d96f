"""What was started is ended; what was interrupted begins anew; a second start is quick."""

import json
import os
import signal
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.cli.test_door import free_port

pytestmark = pytest.mark.slow
DEADLINE = 60.0


def answer(port: int) -> str:
    """What /healthz says, waited for."""
    end = time.monotonic() + DEADLINE
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as response:
                return response.read().decode()
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < end, "no answer"
            time.sleep(0.1)


def family(pid: int) -> set[int]:
    """A process and all below it."""
    found = {pid}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        if parent == pid:
            found |= family(int(entry.parent.name))
    return found


def alive(pids: set[int]) -> set[int]:
    """Those that still run; a process that ended but was not asked for counts as ended."""
    running = set()
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z":
            running.add(pid)
    return running


def gone(pids: set[int]) -> bool:
    """Whether all of them end soon."""
    end = time.monotonic() + 30
    while alive(pids) and time.monotonic() < end:
        time.sleep(0.1)
    return not alive(pids)


needs_proc = pytest.mark.skipif(not Path("/proc/1/stat").exists(), reason="needs /proc")


@pytest.fixture
def served(lived_in):
    """A served instance: its process, and all its processes."""
    port = free_port()
    process = lived_in.start("serve", "--port", str(port))
    assert answer(port) == "ok"
    family_of_it = family(process.pid)
    yield process, family_of_it
    for pid in alive(family_of_it):
        os.kill(pid, signal.SIGKILL)
    process.stdout.close()


@needs_proc
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_ends_everything_it_started(number, served):
    process, processes = served
    assert len(processes) >= 4  # this one, the web server and its child, the worker
    process.send_signal(number)
    assert process.wait(40) == 0
    assert gone(processes)
    assert process.stdout.read().endswith("Stopped.\n")


@needs_proc
def test_killed_outright_it_leaves_nothing_behind(served):
    process, processes = served
    process.kill()
    process.wait(10)
    assert gone(processes)


@needs_proc
def test_when_the_web_server_dies_the_worker_is_ended_too(served):
    process, processes = served
    own = {pid for pid in processes if parent(pid) == process.pid}
    web = next(pid for pid in own if b"granian" in cmdline(pid))
    os.kill(web, signal.SIGKILL)
    assert process.wait(40) == 1
    assert gone(processes)
    assert "The web server ended by itself" in process.stdout.read()


def parent(pid: int) -> int:
    """The process that started it."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def cmdline(pid: int) -> bytes:
    """The command line of a process."""
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def test_init_opens_the_first_account_and_prints_its_password_once(lived_in):
    first = lived_in.run("init", "--admin", "second@example.org")
    assert "account: second@example.org of the project team was opened" in first.stdout
    password = first.stdout.split("shown only now: ")[1].split()[0]
    check = (
        "from mwalimu.accounts.models import Account\n"
        "account = Account.objects.get(email='second@example.org')\n"
        f"print(account.check_password({password!r}))\n"
        "print([role.role for role in account.person.roles.all()])"
    )
    assert lived_in.python(check) == "True\n['project_team']\n"
    second = lived_in.run("init", "--admin", "Second@Example.org")
    assert "is there already; its password was not changed" in second.stdout
    assert lived_in.python(check) == "True\n['project_team']\n"


def test_init_refuses_an_address_that_is_none(lived_in):
    done = lived_in.run("init", "--admin", "nobody")
    assert done.returncode == 1
    assert "'nobody' is no e-mail address. No account was opened." in done.stdout


def test_the_doctor_speaks_to_machines(lived_in):
    done = lived_in.run("doctor", "--format", "json")
    content = json.loads(done.stdout)
    assert (done.returncode, content["state"]) == (0, "warn")
    states = {found["name"]: found["state"] for found in content["findings"]}
    assert states["database"] == states["migrations"] == states["static files"] == "ok"
    assert states["mail"] == states["worker"] == states["backups"] == "warn"


def test_the_doctor_finds_an_instance_that_was_never_made_bad(bare):
    done = bare.run("doctor")
    assert done.returncode == 1
    assert (
        "Run `mwalimu upgrade` (or `mwalimu init` for a new instance)." in done.stdout
    )
