"""Accreditations: who is in which phase, and what waits for whom."""

from mwalimu.qualification.queries.accreditation.waiting import (
    AccreditationWaiting,
    accreditations_waiting,
)

__all__ = ["AccreditationWaiting", "accreditations_waiting"]
