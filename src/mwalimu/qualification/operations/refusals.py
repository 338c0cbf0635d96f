"""What operations on standards, decisions and awards answer when they refuse."""


class QualificationRefused(ValueError):
    """Nothing was changed; `field` and `message` say what is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class AwardRefused(QualificationRefused):
    """An award was not given, or its terms not changed."""


class StandardRefused(QualificationRefused):
    """A standard was not written, or not followed."""


class DecisionRefused(QualificationRefused):
    """Nobody of those named was decided on."""


class WaiverRefused(QualificationRefused):
    """A waiver was not given, or not withdrawn."""
