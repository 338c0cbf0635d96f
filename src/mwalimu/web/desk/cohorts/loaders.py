"""Rows reach a page of a cohort only through what the viewer may open."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import get_language

from mwalimu.programmes.models import Cohort, Holding, Seat
from mwalimu.programmes.queries.cohorts import cohort_at
from mwalimu.programmes.queries.seats import holding_at, seat_at
from mwalimu.reference.models import Member
from mwalimu.reference.queries import sort_key
from mwalimu.web.kit.access import COORDINATORS, HEADS, READERS, TEAM
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.tabs import cohort_tabs

OWN_PART = COORDINATORS | HEADS
EVERYBODY_HERE = TEAM | OWN_PART | READERS


def cohort_or_404(request: Request, code: str) -> Cohort:
    """The cohort, if the viewer may open it."""
    cohort = cohort_at(request.viewer, code)
    if cohort is None:
        raise Http404
    return cohort


def seat_or_404(request: Request, cohort: Cohort, uuid: UUID) -> Seat:
    """A seat of the cohort, if the viewer may open it."""
    seat = seat_at(request.viewer, cohort, uuid)
    if seat is None:
        raise Http404
    return seat


def holding_or_404(request: Request, cohort: Cohort, uuid: UUID) -> Holding:
    """A holding in the cohort, if the viewer may open it."""
    holding = holding_at(request.viewer, cohort, uuid)
    if holding is None:
        raise Http404
    return holding


def around(request: Request, cohort: Cohort) -> dict[str, Any]:
    """What every page of a cohort shows: the cohort and the tabs."""
    return {"cohort": cohort, "tabs": cohort_tabs(request, cohort.code)}


def by_name(members: Iterable[Member]) -> list[Member]:
    """Members as a reader sorts their names."""
    language = get_language() or "en"
    return sorted(members, key=lambda member: sort_key(str(member.name(language))))
