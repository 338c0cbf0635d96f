"""Which edition a cohort follows."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, npgettext

from mwalimu.programmes.models import Cohort
from mwalimu.programmes.permissions import cohorts_visible_to
from mwalimu.qualification.models import StandardEdition
from mwalimu.qualification.operations import follow_edition
from mwalimu.qualification.queries.standards import (
    decided_under,
    edition_of,
    editions_to_follow,
    history_of,
    not_in_plan,
)
from mwalimu.web.desk.programmes.fields import offer
from mwalimu.web.desk.standards.forms import FollowForm
from mwalimu.web.desk.standards.loaders import answer
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting
from mwalimu.web.kit.tabs import cohort_tabs


def cohort_or_404(request: Request, code: str) -> Cohort:
    """The cohort, if the viewer may open it."""
    found = cohorts_visible_to(request.viewer).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def label(edition: StandardEdition) -> str:
    """An edition in a list to choose from: `MTP 1 · Master Trainer`."""
    name = edition.standard.name(get_language() or "en")
    return f"{edition.standard.code} {edition.number} · {name}"


@open_to(TEAM)
def standard(request: Request, code: str) -> HttpResponse:
    """Let the cohort follow an edition from a day on."""
    cohort, today = cohort_or_404(request, code), request.at.date()
    history = history_of(cohort)
    choices = {str(row.uuid): row for row in editions_to_follow(today)}
    choices |= {str(row.edition.uuid): row.edition for row in history}
    now = edition_of(cohort, today)
    initial = {"since": today, "edition": str(now.uuid) if now else ""}
    form = FollowForm(request.POST or None, initial=initial)
    offer(form, "edition", [(key, label(row)) for key, row in choices.items()])

    def do(data: dict[str, Any]) -> None:
        edition = choices[data["edition"]]
        since, by = data["since"], acting(request)
        follow_edition(cohort, edition, since=since, by=by, at=request.at)
        _say_who_keeps(request, cohort, now, edition)

    return answer(
        request,
        form,
        do,
        lambda: reverse("desk:cohort_standard", kwargs={"code": cohort.code}),
        template="desk/standards/following.html",
        cohort=cohort,
        tabs=cohort_tabs(request, cohort.code),
        history=history,
        missing=not_in_plan(now, cohort) if now else [],
    )


def _say_who_keeps(
    request: Request,
    cohort: Cohort,
    before: StandardEdition | None,
    after: StandardEdition,
) -> None:
    if before is None or before == after:
        return
    kept = decided_under(cohort, before)
    if kept:
        text = npgettext(
            "message",
            "%(number)s person was decided on under edition %(edition)s and keeps it.",
            "%(number)s people were decided on under edition %(edition)s and keep it.",
            kept,
        )
        messages.warning(request, text % {"number": kept, "edition": before.number})
