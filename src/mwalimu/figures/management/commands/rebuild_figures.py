"""`mwalimu manage rebuild_figures`: the cube from the facts."""

from typing import Any

from django.core.management.base import BaseCommand

from mwalimu.accounts.operations import system_actor
from mwalimu.figures.operations import rebuild_figures
from mwalimu.shared.clock import now


class Command(BaseCommand):
    help = "Derive every figure anew from the verified trainings."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        count = rebuild_figures(
            by=system_actor(), at=now(), on_progress=self.say_progress
        )
        self.stdout.write(f"{count} trainings are counted.")

    def say_progress(self, done: int, total: int) -> None:
        """One line that is written over."""
        self.stderr.write(f"\r{done} of {total}", ending="")
        if done == total:
            self.stderr.write("")
