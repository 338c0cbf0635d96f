"""How editions and rounds are asked for."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q


class SetEditionQuerySet(models.QuerySet[Any]):
    """Questions about the editions of a question set."""

    def in_use(self) -> "SetEditionQuerySet":
        """Editions that are given out to be answered: one of each set at most."""
        return self.filter(state="in_use")


def open_at_q(at: datetime, prefix: str = "") -> Q:
    """Rounds that take answers at an instant."""
    return Q(**{f"{prefix}opens_at__lte": at, f"{prefix}closes_at__gt": at})
