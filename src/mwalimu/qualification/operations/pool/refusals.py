"""Why something about the pool was not stored."""

from mwalimu.qualification.operations.refusals import QualificationRefused


class PoolRefused(QualificationRefused):
    """A profile, a period or a floor that was not stored."""
