"""Proposing people from the pool or from their page; taking over older accreditations."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from mwalimu.people.models import Person
from mwalimu.qualification.models import ExpertField, ExpertType
from mwalimu.qualification.operations.accreditation import (
    AccreditationRefused,
    Candidate,
    Expertise,
    propose,
    take_over,
)
from mwalimu.qualification.queries.accreditation.choosing import (
    member_of_person,
    proposable,
)
from mwalimu.qualification.queries.accreditation.found import all_fields, all_types
from mwalimu.web.desk.accreditation.forms import (
    INSIDE,
    StartForm,
    TakeOverForm,
    offer,
    reading,
)
from mwalimu.web.desk.accreditation.loaders import (
    answer,
    papers_of,
    person_or_404,
    stored,
)
from mwalimu.web.desk.decisions.forms import why
from mwalimu.web.desk.people.loaders import member_choices
from mwalimu.web.desk.pool.filters import any_of, languages
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import REFUSED, sent
from mwalimu.web.kit.lists import FilterForm
from mwalimu.web.kit.requests import Request, acting


class CandidateFilter(FilterForm):
    """As what and in which field; of which Member, speaking what."""

    type = forms.ChoiceField(label=pgettext_lazy("label", "Type of expert"))
    field = forms.ChoiceField(label=pgettext_lazy("label", "Field of expertise"))
    member = forms.ChoiceField(label=pgettext_lazy("filter", "Member"))
    language = forms.ChoiceField(label=pgettext_lazy("filter", "Language"))


class ProposeForm(forms.Form):
    """Why those who are ticked are proposed."""

    reason = why(INSIDE, required=False)


@open_to(TEAM)
def from_pool(request: Request) -> HttpResponse:
    """Master Trainers who are not on this path yet; propose those who are ticked."""
    types = {row.code: row for row in all_types() if row.offered}
    fields = {row.code: row for row in all_fields() if row.offered}
    chooser = _chooser(request, types, fields)
    type_, field = _chosen(chooser, types, fields)
    form = ProposeForm(sent(request))
    rows = _rows(request, chooser, type_, field)
    picked = set(request.POST.getlist("pick"))
    people = [
        Candidate(each.person, each.member)
        for each in rows
        if str(each.person.uuid) in picked
    ]

    def do(data: dict[str, Any]) -> object:
        by, at = acting(request), request.at
        if type_ is None:
            text = pgettext("refusal", "Choose a type of expert first.")
            raise AccreditationRefused("", text)
        return propose(people, Expertise(type_, field), **data, by=by, at=at)

    if stored(request, form, do):
        number = len(people)
        text = npgettext(
            "message", "%(number)s person is proposed.", "%(number)s people are proposed.",
            number,
        )  # fmt: skip
        messages.success(request, text % {"number": number})
        return redirect("desk:accreditation_screening")
    context = {
        "chooser": chooser,
        "form": form,
        "rows": rows,
        "picked": picked,
        "type": type_,
        "field": field,
        "needs_field": bool(type_ and type_.per_field and field is None),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "desk/accreditation/propose.html", context, status=status)


def _chooser(
    request: Request, types: dict[str, ExpertType], fields: dict[str, ExpertField]
) -> CandidateFilter:
    chooser = CandidateFilter(request.GET, auto_id="filter_%s")
    del chooser.fields["q"]
    none = ("", pgettext("choice", "choose"))
    language = reading()
    offer(chooser, "type", [none, *_named(types, language)])
    offer(chooser, "field", [none, *_named(fields, language)])
    offer(chooser, "member", any_of(member_choices()))
    offer(chooser, "language", any_of(languages(language)))
    chooser.is_valid()
    return chooser


def _named(rows: dict[str, Any], language: str) -> list[tuple[str, str]]:
    return [(code, str(row.name(language))) for code, row in rows.items()]


def _chosen(
    chooser: CandidateFilter,
    types: dict[str, ExpertType],
    fields: dict[str, ExpertField],
) -> tuple[ExpertType | None, ExpertField | None]:
    """The type, and the field where the type has fields."""
    type_ = types.get(chooser.cleaned_data.get("type", ""))
    if type_ is None or not type_.per_field:
        return type_, None
    return type_, fields.get(chooser.cleaned_data.get("field", ""))


def _rows(
    request: Request,
    chooser: CandidateFilter,
    type_: ExpertType | None,
    field: ExpertField | None,
) -> list[Any]:
    if type_ is None or (type_.per_field and field is None):
        return []
    data = chooser.cleaned_data
    return list(
        proposable(
            request.viewer,
            type_,
            field,
            request.at.date(),
            member=data.get("member", ""),
            language=data.get("language", ""),
        )
    )


def _initial(request: Request, person: Person) -> dict[str, Any]:
    member = member_of_person(person, request.at.date())
    return {"member": member.code if member else "", "since": request.at.date()}


@open_to(TEAM)
def start(request: Request, uuid: UUID) -> HttpResponse:
    """Propose one person, from their page."""
    person = person_or_404(request, uuid)
    form = StartForm(sent(request), initial=_initial(request, person))

    def do(data: dict[str, Any]) -> object:
        candidate = Candidate(person, form.chosen_member)
        by, at = acting(request), request.at
        expertise = Expertise(*form.expertise)
        return propose([candidate], expertise, reason=data["reason"], by=by, at=at)

    title = pgettext("title", "Propose for an accreditation")
    said = pgettext("message", "The person is proposed: pre-screening comes next.")
    back = reverse("desk:person", kwargs={"uuid": person.uuid})
    return answer(request, form, do, back, said=said, title=title, person=person)


@open_to(TEAM)
def older(request: Request, uuid: UUID) -> HttpResponse:
    """Put an accreditation on record that was given before."""
    person = person_or_404(request, uuid)
    form = TakeOverForm(sent(request), offered=False, initial=_initial(request, person))

    def do(data: dict[str, Any]) -> object:
        return take_over(
            Candidate(person, form.chosen_member),
            Expertise(*form.expertise),
            phase=data["phase"],
            since=data["since"],
            papers=papers_of(request),
            reason=data["reason"],
            by=acting(request),
            at=request.at,
        )

    title = pgettext("title", "Take over an older accreditation")
    back = reverse("desk:person", kwargs={"uuid": person.uuid})
    return answer(request, form, do, back, title=title, person=person, with_file=True)
