"""`mwalimu serve`: the web server, with the worker beside it."""

import os
import sys
from contextlib import closing
from pathlib import Path

import click

from mwalimu.cli import main
from mwalimu.cli.door import Trouble, child_environment, ready, serving
from mwalimu.cli.instance.processes import Together, check_port
from mwalimu.cli.prepare import (
    pending_migrations,
    say,
    static_is_current,
    unknown_migrations,
)

HOST = "127.0.0.1"
PORT = 8000
port_option = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    show_default=True,
    help="The port to listen on.",
)
host_option = click.option(
    "--host", default=HOST, show_default=True, help="The address to listen on."
)


@main.command()
@host_option
@port_option
@click.option(
    "--no-worker", is_flag=True, help="Web server only; run `mwalimu worker`."
)
def serve(host: str, port: int, no_worker: bool) -> None:
    """Start the web server and, beside it, the worker. Ctrl-C stops both."""
    folder = ready()
    check_port(host, port)
    check_prepared()
    say(f"Mwalimu on http://{shown_host(host)}:{port} (Ctrl-C stops it)")
    run_until_stopped(folder, host, port, worker=not no_worker)


def shown_host(host: str) -> str:
    """The host as it is written in an address."""
    return f"[{host}]" if ":" in host else host


def check_prepared() -> None:
    """Refuse to serve a database or static files of another version."""
    if unknown_migrations():
        raise Trouble(
            "The database was made by a newer version of Mwalimu. Install that version,"
            " or restore a backup made by this one."
        )
    if pending_migrations() or not static_is_current():
        raise Trouble(
            "This instance is not prepared for this version. Run `mwalimu init` if it"
            " is new, `mwalimu upgrade` if it holds data."
        )


def web_command(host: str, port: int) -> list[str]:
    """The command line of the web server, from the settings."""
    from django.conf import settings

    return [
        sys.executable,
        "-m",
        "granian",
        *("--interface", "wsgi"),
        *("--host", host),
        *("--port", str(port)),
        *("--workers", str(settings.WEB_WORKERS)),
        *("--blocking-threads", str(settings.WEB_THREADS)),
        *("--workers-kill-timeout", "20"),
        *("--log-level", "warning"),
        "--no-ws",
        "--respawn-failed-workers",
        "mwalimu.config.wsgi:application",
    ]


def worker_command() -> list[str]:
    """The command line of the worker."""
    return [sys.executable, "-m", "mwalimu.cli", "worker"]


def run_until_stopped(folder: Path, host: str, port: int, *, worker: bool) -> None:
    """Run the processes until Ctrl-C, or until one of them ends by itself."""
    together = Together()
    together.listen()
    environment = child_environment(folder)
    with serving(folder), closing(together):
        together.start("web server", web_command(host, port), environment)
        if worker:
            together.start("worker", worker_command(), environment)
        ended = together.wait()
    if ended:
        raise Trouble(f"The {ended} ended by itself; its last lines above say why.")
    say("Stopped.")


def follow_port(port: int) -> None:
    """Let the public address carry the port, where no other address was chosen."""
    if port != PORT and "MWALIMU_BASE_URL" not in os.environ:
        os.environ["MWALIMU_BASE_URL"] = f"http://{HOST}:{port}"
