"""`mwalimu worker`: background work in a process of its own."""

import click

from mwalimu.cli import main
from mwalimu.cli.door import ready, serving


@main.command()
@click.option("--once", is_flag=True, help="Do what is due, then end.")
def worker(once: bool) -> None:
    """Send mails, run tasks and periodic jobs, until stopped.

    Several workers may run; no work is done by two of them.
    """
    folder = ready()
    from mwalimu.cli.worker.loop import WorkerLoop

    loop = WorkerLoop()
    with serving(folder):
        if once:
            loop.once()
            return
        loop.listen()
        loop.run()
