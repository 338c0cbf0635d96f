"""Build the search index of trainings anew."""

from typing import Any

from django.core.management.base import BaseCommand

from mwalimu.trainings.operations import rebuild_search


class Command(BaseCommand):
    """`mwalimu manage rebuild_search`."""

    help = "Build the search index of trainings anew, with the same result."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Index everything, telling how far it is."""

        def tell(done: int) -> None:
            self.stdout.write(f"{done} trainings indexed", ending="\r")

        total = rebuild_search(tell)
        self.stdout.write(f"{total} trainings indexed")
