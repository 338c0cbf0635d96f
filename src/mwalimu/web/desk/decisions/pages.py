"""The page on which the project team decides on the people of a cohort."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, npgettext

from mwalimu.programmes.models import Cohort
from mwalimu.qualification.engine import Standing
from mwalimu.qualification.models import Decision
from mwalimu.qualification.operations import DecisionEntry, DecisionRefused, decide
from mwalimu.qualification.queries.asking import subject_name
from mwalimu.qualification.queries.deciding import Candidate, candidates
from mwalimu.qualification.queries.evidence import rules_of
from mwalimu.qualification.queries.wording import Telling, sentence
from mwalimu.web.desk.board.views import cohort_or_404
from mwalimu.web.desk.decisions.forms import DecideForm
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.path.showing import Hand
from mwalimu.web.kit.requests import Request, acting
from mwalimu.web.kit.tabs import cohort_tabs


@dataclass(frozen=True)
class Row:
    """Somebody on the page: where they stand, and what is missing in sentences."""

    candidate: Candidate
    missing: tuple[str, ...]
    ticked: bool
    own: bool  # nobody decides on themselves


@open_to(TEAM)
def decisions(request: Request, code: str) -> HttpResponse:
    """Who is supported by the evidence today, who is not and why; decide on many."""
    cohort, today = cohort_or_404(request, code), request.at.date()
    rules = rules_of([cohort.pk], today)
    found = candidates(cohort, today, rules)
    form = DecideForm(request.POST or None, initial={"valid_from": today})
    picked = set(request.POST.getlist("pick"))
    if request.method == "POST" and form.is_valid():
        chosen = [each for each in found if each.key in picked]
        try:
            made = _decide(request, cohort, chosen, form.cleaned_data)
        except DecisionRefused as refused:
            say_at(form, refused.field, refused.message)
        else:
            _say(request, made)
            return redirect("desk:decisions", code=cohort.code)
    rows = list(_rows(request, found, picked, today))
    context = {
        "cohort": cohort,
        "tabs": cohort_tabs(request, cohort.code),
        "edition": rules[cohort.pk].edition if rules else None,
        "form": form,
        "supported": [row for row in rows if _open(row) and row.candidate.supported],
        "unsupported": [
            row for row in rows if _open(row) and not row.candidate.supported
        ],
        "awarded": [row for row in rows if not _open(row)],
        "today": today,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/decisions/page.html", context, status=status)


def _open(row: Row) -> bool:
    return row.candidate.award is None


def _decide(
    request: Request, cohort: Cohort, chosen: list[Candidate], data: dict[str, Any]
) -> list[Decision]:
    entries = [
        DecisionEntry(each.person, each.topic, data["outcome"], data["reason"])
        for each in chosen
    ]
    return decide(
        cohort,
        entries,
        valid_from=data["valid_from"],
        by=acting(request),
        at=request.at,
    )


def _say(request: Request, made: list[Decision]) -> None:
    text = npgettext(
        "message",
        "%(number)s person was decided on.",
        "%(number)s people were decided on.",
        len(made),
    )
    messages.success(request, text % {"number": len(made)})


def _rows(
    request: Request, found: list[Candidate], picked: set[str], on: date
) -> Iterator[Row]:
    for each in found:
        yield Row(
            candidate=each,
            missing=tuple(missing(each.standing, on)) if each.standing else (),
            ticked=each.key in picked,
            own=each.person.pk == request.viewer.person_id,
        )


def missing(standing: Standing, on: date) -> Iterator[str]:
    """Why the evidence does not support an award: a sentence for each thing missing."""
    reading = get_language() or "en"
    for verdict in standing.missing:
        kind = verdict.requirement.kind
        names = {
            (kind.value, code): subject_name(kind, code, reading)
            for code in verdict.requirement.subjects
        }
        telling = Telling(Hand(reading), on, names)
        for reason in verdict.reasons:
            if reason.code != "reached":
                yield sentence(reason, telling)
