"""How cells and roll-ups are asked for."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from mwalimu.figures.engine.grammar import Condition


def condition_q(conditions: Iterable[Condition]) -> Q:
    """Rows that satisfy every condition."""
    found = Q()
    for condition in conditions:
        name = condition.dimension
        if condition.first:
            found &= Q(**{f"{name}__range": (condition.first, condition.last)})
        elif condition.single:
            found &= Q(**{name: condition.values[0]})
        else:
            found &= Q(**{f"{name}__in": condition.values})
    return found


class CellQuerySet(models.QuerySet[Any]):
    """Questions to the cells."""

    def counting(self, as_of: datetime | None = None) -> "CellQuerySet":
        """Cells that counted at an instant; None means now."""
        if as_of is None:
            return self.filter(counted_until=None)
        still = Q(counted_until=None) | Q(counted_until__gt=as_of)
        return self.filter(still, counted_from__lte=as_of)

    def within(self, conditions: Iterable[Condition]) -> "CellQuerySet":
        """Cells that satisfy every condition."""
        return self.filter(condition_q(conditions))


class RollupQuerySet(models.QuerySet[Any]):
    """Questions to the roll-ups."""

    def of(self, cuboid: int, conditions: Iterable[Condition] = ()) -> "RollupQuerySet":
        """Rows of one cuboid that satisfy every condition."""
        return self.filter(condition_q(conditions), cuboid=cuboid)
