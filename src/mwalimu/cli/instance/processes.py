"""Starting processes and ending every one of them, whatever happens."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import FrameType

from mwalimu.cli.door import Trouble

GRACE = 25.0
ASKED_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """On Linux, ask to be ended when the process that started us is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def check_port(host: str, port: int) -> None:
    """Refuse, in words, a port that cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Trouble(
                f"Port {port} needs special rights. Choose one above 1023 with --port,"
                " and put a proxy in front."
            ) from None
        except OSError as error:
            raise Trouble(
                f"{host}:{port} cannot be used: {error.strerror}. Is Mwalimu running"
                " already? Stop it, or choose another port with --port."
            ) from None


class Together:
    """Processes that live and die together: when one ends, all are ended."""

    def __init__(self) -> None:
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = threading.Event()

    def start(
        self, name: str, command: Sequence[str], environment: Mapping[str, str]
    ) -> None:
        """Start a process; Ctrl-C at the terminal reaches only us, and we tell it."""
        self.running[name] = subprocess.Popen(  # noqa: S603
            command,
            env=dict(environment),
            process_group=0,
            preexec_fn=die_with_parent,
        )

    def _asked(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping.set()

    def listen(self) -> None:
        """Stop in order on the signals by which processes are asked to end."""
        for number in ASKED_TO_STOP:
            signal.signal(number, self._asked)

    def wait(self) -> str:
        """Until asked to stop ("") or one process ends (its name)."""
        while not self.stopping.wait(0.2):
            for name, process in self.running.items():
                if process.poll() is not None:
                    return name
        return ""

    def close(self) -> None:
        """Ask every process to end, and kill those that do not within GRACE."""
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        for process in self.running.values():
            try:
                process.wait(GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            with suppress(ProcessLookupError):  # children that it left behind
                os.killpg(process.pid, signal.SIGKILL)
