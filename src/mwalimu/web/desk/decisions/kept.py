"""A decision with the evidence that it stood on, as it was kept that day."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.qualification.engine import State, seal
from mwalimu.qualification.models import Decision
from mwalimu.qualification.queries.asking import asked
from mwalimu.qualification.queries.deciding import decision_at
from mwalimu.qualification.queries.standards import requirements_of
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.path.states import SIGNS
from mwalimu.web.kit.requests import Request


@open_to(SIGNED_IN)
@require_safe
def decision(request: Request, uuid: UUID) -> HttpResponse:
    """What was decided, by which edition, and each verdict of that day."""
    row = decision_at(request.viewer, uuid)
    if row is None:
        raise Http404
    context = {
        "decision": row,
        "verdicts": verdicts_of(row),
        "intact": seal(row.evidence) == row.evidence_hash,
        "as_of": date.fromisoformat(row.evidence["on"]) if row.evidence else None,
    }
    return render(request, "desk/decisions/decision.html", context)


def verdicts_of(row: Decision) -> list[dict[str, Any]]:
    """Each kept verdict with what its requirement asks, in the reader's language."""
    reading = get_language() or "en"
    sentences = {
        each.code: asked(each, reading) for each in requirements_of(row.edition)
    }
    return [
        {
            **kept,
            "asked": sentences.get(kept["requirement"], ""),
            "sign": SIGNS[State(kept["state"])],
        }
        for kept in row.evidence.get("verdicts", ())
    ]
