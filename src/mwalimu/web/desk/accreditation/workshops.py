"""Workshops and refreshers: who has a place, and results of several people at once."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import npgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    AceStep,
    ExpertWorkshop,
)
from mwalimu.qualification.operations.accreditation import (
    Entry,
    WorkshopFacts,
    enter,
    hold_workshop,
)
from mwalimu.qualification.queries.accreditation.choosing import (
    people_of,
    to_register,
)
from mwalimu.qualification.queries.accreditation.found import workshops as all_workshops
from mwalimu.qualification.queries.pool.choices import pool_choices
from mwalimu.qualification.querysets import AccreditationQuerySet
from mwalimu.web.desk.accreditation.forms import (
    ResultsForm,
    WorkshopForm,
    offer,
    reading,
)
from mwalimu.web.desk.accreditation.loaders import (
    may_lead,
    papers_of,
    stored,
    workshop_or_404,
)
from mwalimu.web.desk.people.loaders import member_of
from mwalimu.web.desk.pool.filters import any_of
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import REFUSED, sent
from mwalimu.web.kit.lists import FilterForm
from mwalimu.web.kit.requests import Request, acting

Kind = ExpertWorkshop.Kind
PLACE = "place"
RESULTS = (
    ("passed", pgettext_lazy("result of a workshop", "passed")),
    ("repeat", pgettext_lazy("result of a workshop", "to be repeated")),
    ("failed", pgettext_lazy("result of a workshop", "not passed")),
    ("absent", pgettext_lazy("result of a workshop", "did not come")),
)
NEW = (("", pgettext_lazy("result of a workshop", "no place")),
       (PLACE, pgettext_lazy("result of a workshop", "registered")), *RESULTS)  # fmt: skip
CAME = (("", pgettext_lazy("result of a workshop", "was not there")),
        ("came", pgettext_lazy("result of a workshop", "took part")))  # fmt: skip
LATER = (("", pgettext_lazy("result of a workshop", "no result yet")), *RESULTS)
Line = tuple[Accreditation, str]  # a path with what was chosen for it


def entries_of(request: Request, rows: list[Accreditation]) -> list[Entry]:
    """What the form says of each: `result-UUID`; nothing leaves somebody out."""
    found = []
    for row in rows:
        said = request.POST.get(f"result-{row.uuid}", "")
        if said:
            found.append(Entry(row, "" if said == PLACE else said))
    return found


def lines_of(request: Request, rows: list[Accreditation]) -> list[Line]:
    """Each with what was chosen, for the form to keep."""
    return [(row, request.POST.get(f"result-{row.uuid}", "")) for row in rows]


class PeopleFilter(FilterForm):
    """Of which type and field are those who are offered a place."""

    type = forms.ChoiceField(label=pgettext_lazy("filter", "Type"))
    field = forms.ChoiceField(label=pgettext_lazy("filter", "Field"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["q"]
        chosen = pool_choices(reading())
        offer(self, "type", any_of(chosen.types))
        offer(self, "field", any_of(chosen.fields))

    def narrowed(self, rows: AccreditationQuerySet) -> AccreditationQuerySet:
        """Those of the paths."""
        self.is_valid()
        names = {"type": "type__code", "field": "field__code"}
        said = {names[key]: text for key, text in self.cleaned_data.items() if text}
        return rows.filter(**said)


def led(request: Request, rows: Any) -> list[Accreditation]:
    """Those on whom the viewer may write: not themselves."""
    return [row for row in rows if may_lead(request, row)]


@open_to(TEAM)
@require_safe
def listing(request: Request) -> HttpResponse:
    """Every workshop and refresher, the newest first."""
    rows = all_workshops(request.viewer).select_related("host")[:200]
    return render(request, "desk/accreditation/workshops.html", {"rows": rows})


@open_to(TEAM)
def new(request: Request) -> HttpResponse:
    """A workshop or a refresher with its people, and results that are known."""
    asked = request.GET.get("kind", "")
    kind = asked if asked in Kind.values else Kind.ACCREDITATION.value
    chooser = PeopleFilter(request.GET, auto_id="filter_%s")
    rows = led(request, chooser.narrowed(to_register(request.viewer, kind)))
    form = WorkshopForm(kind, sent(request))
    entries = entries_of(request, rows)
    made: list[ExpertWorkshop] = []

    def do(data: dict[str, Any]) -> object:
        facts = WorkshopFacts(
            kind=kind,
            title=data["title"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            place=data["place"],
            host=member_of(data["host"]),
            activity=form.activities.get(data.get("activity", "")),
        )
        workshop = hold_workshop(
            facts,
            entries,
            papers=papers_of(request),
            reason=data["reason"],
            by=acting(request),
            at=request.at,
        )
        made.append(workshop)
        return workshop

    if stored(request, form, do):
        _say(request, len(entries))
        return redirect("desk:expert_workshop", uuid=made[0].uuid)
    context = {
        "form": form,
        "chooser": chooser,
        "kind": kind,
        "is_refresher": kind == Kind.REFRESHER,
        "lines": lines_of(request, rows),
        "choices": CAME if kind == Kind.REFRESHER else NEW,
    }
    status = REFUSED if request.method == "POST" else 200
    template = "desk/accreditation/workshop_new.html"
    return render(request, template, context, status=status)


@open_to(TEAM)
def workshop(request: Request, uuid: UUID) -> HttpResponse:
    """Who was there with which result; enter results, and give more people a place."""
    found = workshop_or_404(request, uuid)
    there = people_of(found)
    waiting = [e.accreditation for e in there if e.kind == AceStep.REGISTERED]
    known = {event.accreditation_id for event in there}
    others = [r for r in to_register(request.viewer, found.kind) if r.pk not in known]
    rows = led(request, [*waiting, *others])
    form = ResultsForm(sent(request))
    entries = entries_of(request, rows)

    def do(data: dict[str, Any]) -> object:
        by, at, papers = acting(request), request.at, papers_of(request)
        return enter(found, entries, papers=papers, reason=data["reason"], by=by, at=at)

    if stored(request, form, do):
        _say(request, len(entries))
        return redirect("desk:expert_workshop", uuid=found.uuid)
    refresher = found.kind == Kind.REFRESHER
    context = {
        "workshop": found,
        "there": [event for event in there if _settled(event)],
        "waiting": lines_of(request, led(request, waiting)),
        "others": lines_of(request, led(request, others)),
        "later": LATER,
        "choices": CAME if refresher else NEW,
        "form": form,
        "over": found.ends_on <= request.at.date(),
    }
    status = REFUSED if request.method == "POST" else 200
    template = "desk/accreditation/workshop.html"
    return render(request, template, context, status=status)


def _settled(event: AccreditationEvent) -> bool:
    return event.kind != AceStep.REGISTERED


def _say(request: Request, number: int) -> None:
    text = npgettext(
        "message",
        "It is stored for %(number)s person.",
        "It is stored for %(number)s people.",
        number,
    )
    messages.success(request, text % {"number": number})
