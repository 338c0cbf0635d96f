"""What I score, what all gave once all are in, what I sign, and when I teach."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.models import DemoCriterion, DemoSlot
from mwalimu.programmes.operations.demos import DemoRefused, give_score
from mwalimu.programmes.queries.demos import (
    SlotLine,
    hash_of,
    minutes_to_sign,
    results_of,
    slot_to_score,
    slots_to_score,
    slots_to_teach,
)
from mwalimu.qualification.queries.accreditation.found import missions_to_assess
from mwalimu.web.field.scoring.forms import ScoreForm
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.demos import minutes as kit
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request, acting


@open_to(SIGNED_IN)
@require_safe
def scoring(request: Request) -> HttpResponse:
    """The slots I score and teach, and the minutes that I sign."""
    viewer = request.viewer
    lines = slots_to_score(viewer)
    mine = {line.slot.pk for line in lines if _own(line, viewer.person_id)}
    return render(
        request,
        "field/scoring/list.html",
        {
            "to_score": [line for line in lines if line.slot.pk not in mine],
            "scored": [line for line in lines if line.slot.pk in mine],
            "teaching": slots_to_teach(viewer),
            "results": results_of(viewer),
            "minutes": minutes_to_sign(viewer),
            "missions": missions_to_assess(viewer, request.at.date()),
            "criteria": DemoCriterion.values,
        },
    )


@open_to(SIGNED_IN)
def score(request: Request, uuid: UUID) -> HttpResponse:
    """Score a slot; or, once all are in, see what the others gave."""
    line = _named_or_404(request, uuid)
    form = ScoreForm(request.POST or None)
    sent = request.method == "POST" and form.is_valid()
    if sent and _give(request, line.slot, form):
        return redirect("field:scoring")
    own = _own(line, request.viewer.person_id)
    context = {
        "line": line,
        "slot": line.slot,
        "form": form if own is None or form.errors else None,
        "own": own,
        "criteria": DemoCriterion.values,
    }
    status = 422 if form.errors else 200
    return render(request, "field/scoring/score.html", context, status=status)


def _give(request: Request, slot: DemoSlot, form: ScoreForm) -> bool:
    try:
        give_score(slot, **form.cleaned_data, by=acting(request), at=request.at)
    except DemoRefused as refused:
        say_at(form, refused.field, refused.message)
        return False
    messages.success(request, pgettext("message", "Your score is stored. Thank you."))
    return True


def _named_or_404(request: Request, uuid: UUID) -> SlotLine:
    """A slot that the viewer is named to score."""
    line = slot_to_score(request.viewer, uuid)
    if line is None:
        raise Http404
    return line


def _own(line: SlotLine, person: int | None) -> object:
    """What the viewer gave, if they have."""
    rows = (each.score for each in line.assessors if each.person.pk == person)
    return next(rows, None)


@open_to(SIGNED_IN)
@require_safe
def minutes(request: Request, uuid: UUID) -> HttpResponse:
    """Minutes of a panel on which I sit, to read and to sign."""
    row = kit.minutes_or_404(request, uuid)
    context = {
        "minutes": row,
        "results": row.results.select_related("candidate", "topic"),
        "panel": row.panel.select_related("person"),
        "criteria": DemoCriterion.values,
        "intact": not row.content_hash or hash_of(row) == row.content_hash,
        "seat": kit.seat_of(request, row),
    }
    return render(request, "field/scoring/minutes.html", context)


@open_to(SIGNED_IN)
@require_POST
def sign(request: Request, uuid: UUID) -> HttpResponse:
    """Sign them."""
    kit.sign(request, kit.minutes_or_404(request, uuid))
    return redirect("field:panel_minutes", uuid=uuid)
