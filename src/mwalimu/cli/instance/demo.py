"""`mwalimu demo`: the demo programme in a home of its own, served."""

import os
import tomllib
from pathlib import Path

import click

import mwalimu
from mwalimu.cli import main
from mwalimu.cli.door import DEMO_HOME, Trouble, alone, prepare_home, ready, stopped
from mwalimu.cli.instance.processes import check_port
from mwalimu.cli.instance.serve import (
    follow_port,
    host_option,
    port_option,
    run_until_stopped,
    shown_host,
)
from mwalimu.cli.prepare import prepare_instance, say
from mwalimu.cli.statistics import refresh_statistics

MARK = "demo"


@main.command()
@host_option
@port_option
@click.option("--prepare-only", is_flag=True, help="Build the demo, then end.")
def demo(host: str, port: int, prepare_only: bool) -> None:
    """Build the demo programme and serve it. The second start loses nothing.

    The demo lives in --home or MWALIMU_HOME, else in ~/.mwalimu-demo.
    """
    folder = choose_demo_home()
    follow_port(port)
    if not prepare_only:
        check_port(host, port)
    ready()
    say(f"Preparing the demo in {folder}")
    with stopped(folder), alone(folder):
        prepare_instance()
        build_once()
    print_sign_ins(f"http://{shown_host(host)}:{port}/")
    if not prepare_only:
        say("\nServing. Ctrl-C stops it.")
        run_until_stopped(folder, host, port, worker=True)


def choose_demo_home() -> Path:
    """The demo's home, with `demo = true` in its settings; refuses a real instance."""
    if not os.environ.get("MWALIMU_HOME"):
        os.environ["MWALIMU_HOME"] = str(Path(DEMO_HOME).expanduser())
    folder = prepare_home()
    path = folder / "mwalimu.toml"
    if not path.exists():
        if (folder / "mwalimu.sqlite3").exists():
            raise real_instance(folder)
        path.write_text("# This home holds the demo.\ndemo = true\n", "utf-8")
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return folder  # said in words when the settings are loaded
    if settings.get("demo") not in (True, "yes", "true"):
        raise real_instance(folder)
    return folder


def real_instance(folder: Path) -> Trouble:
    """The demo never goes into a home that holds something else."""
    return Trouble(
        f"{folder} holds an instance that is no demo; nothing was changed. Choose an"
        " empty folder for the demo with --home."
    )


def build_once() -> None:
    """Build the demo's data, unless they are complete; begin anew if half-built."""
    from django.core.management import call_command

    from mwalimu.accounts.models import Account
    from mwalimu.accounts.operations import system_actor
    from mwalimu.demo import build
    from mwalimu.shared import clock
    from mwalimu.shared.models import Mark

    mark = Mark.objects.named(MARK)
    if mark and mark.value.get("complete"):
        say(f"  demo data: there since {mark.at:%Y-%m-%d %H:%M} UTC")
        return
    if mark:
        say("  demo data: half-built by an earlier start; beginning anew")
        call_command("flush", interactive=False, verbosity=0)
        prepare_instance()
    elif Account.objects.exists():
        raise Trouble(
            "The database holds accounts that are not the demo's; nothing was changed."
            " Give the demo a database of its own."
        )
    Mark.objects.put(MARK, clock.now(), complete=False)
    with click.progressbar(length=100, label="  demo data") as bar:
        build(by=system_actor("demo"), at=clock.now(), on_progress=bar.update)
    refresh_statistics()
    Mark.objects.put(MARK, clock.now(), complete=True, version=mwalimu.__version__)


def print_sign_ins(address: str) -> None:
    """The address, and who can sign in with what."""
    from mwalimu.demo import SIGN_INS

    say(f"\nThe demo: {address}")
    width = max(len(role) for role, _, _ in SIGN_INS)
    for role, email, password in SIGN_INS:
        say(f"  {role:{width}}  {email}  {password}")
