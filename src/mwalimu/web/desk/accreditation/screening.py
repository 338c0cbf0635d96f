"""Pre-screening: decide on many people at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import npgettext

from mwalimu.qualification.operations.accreditation import screen
from mwalimu.qualification.queries.accreditation.choosing import taught_by, to_screen
from mwalimu.web.desk.accreditation.forms import ScreenForm
from mwalimu.web.desk.accreditation.loaders import may_lead, stored, ticked
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import REFUSED, sent
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
def screening(request: Request) -> HttpResponse:
    """Everybody who is proposed, with what they teach; decide on those ticked."""
    rows = list(to_screen(request.viewer))
    form = ScreenForm(sent(request), initial={"day": request.at.date()})
    chosen = ticked(request, rows)

    def do(data: dict[str, Any]) -> object:
        return screen(chosen, **data, by=acting(request), at=request.at)

    if stored(request, form, do):
        text = npgettext(
            "message",
            "%(number)s person was decided on.",
            "%(number)s people were decided on.",
            len(chosen),
        )
        messages.success(request, text % {"number": len(chosen)})
        return redirect("desk:accreditation")
    taught = taught_by(row.person_id for row in rows)
    picked = set(request.POST.getlist("pick")) or {request.GET.get("pick", "")}
    context = {
        "form": form,
        "rows": [
            (
                row,
                taught.get(row.person_id),
                str(row.uuid) in picked,
                may_lead(request, row),
            )
            for row in rows
        ],
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "desk/accreditation/screening.html", context, status=status)
