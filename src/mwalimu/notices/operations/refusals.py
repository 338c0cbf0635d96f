"""Why something was not stored."""


class NoticesRefused(Exception):
    """`field` says where; `message` what happened and what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class NotAllowed(NoticesRefused):
    """Somebody else's reminders, or a log that is not theirs."""

    def __init__(self, message: str) -> None:
        super().__init__("", message)
