"""Searching the pool, and one Master Trainer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.qualification.permissions import (
    fields_shown,
    may_accredit,
    persons_visible_to,
    pool_visible_to,
)
from mwalimu.qualification.queries.accreditation.found import paths_of
from mwalimu.qualification.queries.accreditation.wording import state_words
from mwalimu.qualification.queries.pool.choices import pool_choices
from mwalimu.qualification.queries.pool.profiles import (
    calendar_of,
    profile_of,
    ranks_of,
)
from mwalimu.web.desk.pool.listing import found, pool_list
from mwalimu.web.kit.access import ADMINISTRATION, TEAM, open_to
from mwalimu.web.kit.requests import Request


@open_to(TEAM, ADMINISTRATION)
@require_safe
def pool(request: Request) -> HttpResponse:
    """Master Trainers whom the viewer may find."""
    listing = pool_list(request)
    page = listing.page()
    for row in page.rows:
        row.found = found(row, request.viewer, request, listing.reading)
        row.experts_named = listing.choices.experts(row.found.experts)
    part = request.headers.get("HX-Target") == listing.target
    template = "kit/list_body.html" if part else "desk/pool/list.html"
    return render(request, template, {"page": page})


@open_to(TEAM, ADMINISTRATION)
@require_safe
def trainer(request: Request, uuid: UUID) -> HttpResponse:
    """One Master Trainer: awards with their states, and what they show."""
    viewer, day = request.viewer, request.at.date()
    rows: list[Any] = list(
        pool_visible_to(viewer)
        .filter(person__uuid=uuid)
        .select_related("person", "topic", "member")
        .order_by("topic__position", "pk")
    )
    if not rows:
        raise Http404
    person = rows[0].person
    reading = get_language() or "en"
    for row in rows:
        row.found = found(row, viewer, request, reading)
        row.over = row.until is not None and row.until <= day
    ranks = ranks_of([person.pk]).get(person.pk, {})
    shown = fields_shown(viewer, (row.member_id for row in rows), ranks)
    context = {
        "person": person,
        "rows": rows,
        "shown": shown,
        "profile": profile_of(person),
        "periods": calendar_of(person, day) if "availability" in shown else [],
        "opens": persons_visible_to(viewer).filter(pk=person.pk).exists(),
        "languages": rows[0].found.languages,
        "experts": pool_choices(reading).experts(rows[0].found.experts),
        "paths": [(row, state_words(row, viewer)) for row in paths_of(person, viewer)],
        "may_accredit": may_accredit(viewer) and person.pk != viewer.person_id,
    }
    return render(request, "desk/pool/trainer.html", context)
