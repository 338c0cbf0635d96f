"""Why something about the logistics of a session was not written."""

from django.utils.translation import pgettext

from mwalimu.programmes.operations.sessions import SessionRefused


class LogisticsRefused(SessionRefused):
    """Nothing was written; `message` says why, for the reader, about `field`."""


class StepChanged(LogisticsRefused):
    """Somebody else wrote the step since it was read."""

    def __init__(self) -> None:
        super().__init__(
            "",
            pgettext(
                "refusal",
                "Somebody changed this step while you were at it. Nothing of yours was"
                " saved. Look at what stands there now, and save again if yours is right.",
            ),
        )
