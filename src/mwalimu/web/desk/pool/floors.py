"""Floors: how few Master Trainers are too few."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Cohort
from mwalimu.programmes.permissions import cohorts_visible_to
from mwalimu.qualification.operations.pool import PoolRefused, set_floors
from mwalimu.qualification.operations.pool.floors import MOST
from mwalimu.qualification.permissions import may_set_floors
from mwalimu.qualification.queries.pool import floors_of
from mwalimu.web.kit.access import ADMINISTRATION, TEAM, open_to
from mwalimu.web.kit.requests import Request, acting
from mwalimu.web.kit.tabs import cohort_tabs


@open_to(TEAM, ADMINISTRATION)
@require_safe
def floors(request: Request) -> HttpResponse:
    """Every floor that the viewer may read, those that are not kept first said."""
    rows = floors_of(request.viewer, request.at.date())
    below = sum(1 for row in rows if row.missing)
    cohorts = cohorts_visible_to(request.viewer).order_by("code")
    context = {
        "rows": rows,
        "below": below,
        "cohorts": list(cohorts) if may_set_floors(request.viewer) else [],
    }
    return render(request, "desk/pool/floors.html", context)


class FloorsForm(forms.Form):
    """A number for each Member and topic of a cohort; empty is no floor."""

    def __init__(self, cohort: Cohort, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        reading = get_language() or "en"
        topics = list(cohort.topics.order_by("position", "code"))
        self.pairs: dict[str, tuple[int, int]] = {}
        for member in cohort.members.order_by("code"):
            for topic in topics:
                key = f"{member.pk}-{topic.pk}"
                self.pairs[key] = (member.pk, topic.pk)
                self.fields[key] = forms.IntegerField(
                    label=f"{member.name(reading)}, {topic.name(reading)}",
                    required=False,
                    min_value=0,
                    max_value=MOST,
                    widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                )

    def wanted(self) -> dict[tuple[int, int], int | None]:
        """The floors that were written, by Member and topic."""
        return {pair: self.cleaned_data[key] for key, pair in self.pairs.items()}


@open_to(TEAM)
def cohort_floors(request: Request, code: str) -> HttpResponse:
    """Set the floors of a cohort."""
    cohort = cohorts_visible_to(request.viewer).filter(code=code).first()
    if cohort is None:
        raise Http404
    if not may_set_floors(request.viewer):
        raise PermissionDenied
    known = floors_of(request.viewer, request.at.date(), cohort)
    initial = {
        f"{row.floor.member_id}-{row.floor.topic_id}": row.floor.least for row in known
    }
    form = FloorsForm(cohort, request.POST or None, initial=initial)
    status = 200
    if request.method == "POST":
        if _stored(request, cohort, form):
            messages.success(request, pgettext("message", "The floors are stored."))
            return redirect("desk:floors")
        status = 422
    context = {
        "form": form,
        "cohort": cohort,
        "tabs": cohort_tabs(request, cohort.code),
    }
    return render(request, "desk/pool/cohort_floors.html", context, status=status)


def _stored(request: Request, cohort: Cohort, form: FloorsForm) -> bool:
    if not form.is_valid():
        return False
    try:
        set_floors(cohort, floors=form.wanted(), by=acting(request), at=request.at)
    except PoolRefused as refused:
        form.add_error(refused.field or None, refused.message)
        return False
    return True
