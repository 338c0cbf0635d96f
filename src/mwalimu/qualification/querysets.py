"""How awards are asked for."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q


class AwardQuerySet(models.QuerySet[Any]):
    """Questions about awards."""

    def valid_on(self, day: date) -> "AwardQuerySet":
        """Awards that hold on a day."""
        return self.filter(
            Q(valid_from__lte=day) & (Q(ended_on=None) | Q(ended_on__gt=day))
        )


class EditionQuerySet(models.QuerySet[Any]):
    """Questions about editions of standards."""

    def in_force(self) -> "EditionQuerySet":
        """Editions that a cohort may follow."""
        return self.filter(state="in_force")
