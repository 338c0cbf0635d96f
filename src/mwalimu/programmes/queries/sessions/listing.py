"""The sessions to work on."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Session
from mwalimu.programmes.permissions import workspaces_visible_to

LONG_AGO = date(1900, 1, 1)


def workspace_at(viewer: Viewer, uuid: UUID) -> Session | None:
    """A session whose working pages the viewer may open."""
    rows = workspaces_visible_to(viewer).select_related("programme", "host", "group")
    found: Session | None = rows.filter(uuid=uuid).first()
    return found


def by_date(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With `sorted_on`, by which sessions without a date come first or last."""
    known = Coalesce("starts_on", Value(LONG_AGO))
    dated: QuerySet[Any] = rows.annotate(sorted_on=known)
    return dated


def for_list(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With what a list shows of them."""
    shown = rows.select_related("programme", "host").prefetch_related("cohorts")
    return by_date(shown)


WHEN = ("coming", "past", "cancelled")


def at_time(rows: QuerySet[Any], when: str, today: date) -> QuerySet[Any]:
    """Sessions that are still to end, that have ended, or that were called off."""
    if when == "cancelled":
        return rows.exclude(cancelled_at=None)
    held = rows.filter(cancelled_at=None)
    ended = Q(ends_on__lt=today) | Q(ends_on=None, starts_on__lt=today)
    if when == "past":
        return held.filter(ended)
    return held.filter(Q(ends_on__gte=today) | Q(ends_on=None, starts_on__gte=today))
