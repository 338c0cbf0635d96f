"""How people are asked for."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q


def valid_on_q(day: date) -> Q:
    """Rows with `since` and `until` that hold on a day; an open end is open."""
    return (Q(since=None) | Q(since__lte=day)) & (Q(until=None) | Q(until__gte=day))


def overlaps_q(since: date, until: date | None) -> Q:
    """Rows with `since` and `until` that share a day with these days."""
    before_end = Q() if until is None else Q(since=None) | Q(since__lte=until)
    return before_end & (Q(until=None) | Q(until__gte=since))


class PersonQuerySet(models.QuerySet[Any]):
    """Questions about persons."""

    def known(self) -> "PersonQuerySet":
        """Persons who were not erased."""
        return self.filter(erased_at=None)


class AffiliationQuerySet(models.QuerySet[Any]):
    """Questions about affiliations."""

    def valid_on(self, day: date) -> "AffiliationQuerySet":
        """Affiliations that hold on that day."""
        return self.filter(valid_on_q(day))


class RoleAssignmentQuerySet(models.QuerySet[Any]):
    """Questions about roles."""

    def valid_on(self, day: date) -> "RoleAssignmentQuerySet":
        """Roles that are played on that day."""
        return self.filter(valid_on_q(day))
