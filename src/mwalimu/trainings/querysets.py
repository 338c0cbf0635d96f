"""How trainings and their people are asked for."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q


def counted_at_q(at: datetime | None, prefix: str = "") -> Q:
    """Versions that figures count at an instant; None means now."""
    if at is None:
        return Q(
            **{f"{prefix}counted_from__isnull": False, f"{prefix}counted_until": None}
        )
    ended = Q(**{f"{prefix}counted_until": None}) | Q(
        **{f"{prefix}counted_until__gt": at}
    )
    return Q(**{f"{prefix}counted_from__lte": at}) & ended


def settled_q() -> Q:
    """What is no working copy: counted now, handed in for the first time, or voided.

    Of a record under correction this is the version that still counts.
    """
    return (
        counted_at_q(None)
        | Q(latest=True, status="voided")
        | Q(latest=True, status="submitted", version=1)
    )


def led_from_abroad_q() -> Q:
    """The lead trainer stood for another Member than the host."""
    return Q(lead_member__isnull=False) & ~Q(lead_member=models.F("host"))


class TrainingQuerySet(models.QuerySet[Any]):
    """Questions about trainings."""

    def newest(self) -> "TrainingQuerySet":
        """The newest version of each record: what lists and forms show."""
        return self.filter(latest=True)

    def counted(self, at: datetime | None = None) -> "TrainingQuerySet":
        """Versions that figures count at that instant (None: now)."""
        return self.filter(counted_at_q(at))

    def waiting(self) -> "TrainingQuerySet":
        """Submitted records that wait to be verified."""
        return self.filter(latest=True, status="submitted")


class ParticipationQuerySet(models.QuerySet[Any]):
    """Questions about named participations."""


class HeadCountQuerySet(models.QuerySet[Any]):
    """Questions about head-counts."""


class TrainingMemberQuerySet(models.QuerySet[Any]):
    """Questions about the Members that a training concerns."""
