"""`mwalimu manage rebuild_pool`: the index of the pool from the facts."""

from typing import Any

from django.core.management.base import BaseCommand

from mwalimu.qualification.operations.pool import rebuild_pool


class Command(BaseCommand):
    help = "Derive the index of the pool anew from awards, trainings and profiles."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        count = rebuild_pool(on_progress=self.say_progress)
        self.stdout.write(f"{count} awards are in the pool.")

    def say_progress(self, done: int, total: int) -> None:
        """One line that is written over."""
        self.stderr.write(f"\r{done} of {total}", ending="")
        if done == total:
            self.stderr.write("")
