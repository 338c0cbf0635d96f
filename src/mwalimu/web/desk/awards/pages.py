"""The page of an award, with its history."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.qualification.models import Award
from mwalimu.qualification.permissions import (
    decisions_visible_to,
    may_award,
    persons_visible_to,
    sees_why,
    visible_to,
)
from mwalimu.qualification.queries.renewal import renewal_of
from mwalimu.qualification.queries.standing import (
    AwardState,
    history_shown,
    state_of,
    state_words,
)
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.requests import Request


def award_or_404(request: Request, uuid: UUID) -> Award:
    """The award, if the viewer may open it, with its suspensions and history."""
    rows = visible_to(request.viewer).filter(uuid=uuid)
    rows = rows.select_related("person", "topic", "member", "cohort")
    row: Award | None = rows.prefetch_related("suspensions", "events").first()
    if row is None:
        raise Http404
    return row


@open_to(SIGNED_IN)
@require_safe
def award(request: Request, uuid: UUID) -> HttpResponse:
    """What the award is today, how it came to be so, and what may be done about it."""
    row, viewer, today = award_or_404(request, uuid), request.viewer, request.at.date()
    own = row.person_id == viewer.person_id
    may_change = may_award(viewer) and not own and row.ended_on is None
    context = {
        "award": row,
        "state": state_of(row, today),
        "words": state_words(row, today, viewer),
        "events": history_shown(row, viewer),
        "sees_why": sees_why(viewer, row),
        "decision": decisions_visible_to(viewer).filter(award=row).first(),
        "may_change": may_change,
        "suspended": state_of(row, today) == AwardState.SUSPENDED,
        "renewal": renewal_of(row, today) if sees_why(viewer, row) else None,
        "opens_person": persons_visible_to(viewer).filter(pk=row.person_id).exists(),
        "own": own,
    }
    return render(request, "desk/awards/award.html", context)
