"""Recording that somebody is a Master Trainer, and that an award holds no longer."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext

from mwalimu.people.models import Person
from mwalimu.qualification.operations import AwardRefused, award, end_award
from mwalimu.qualification.queries import all_topics
from mwalimu.web.desk.people.forms import AwardForm, EndAwardForm
from mwalimu.web.desk.people.loaders import (
    award_or_404,
    member_of,
    person_or_404,
    say_why,
)
from mwalimu.web.desk.people.people import redirect_to
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


def answer(
    request: Request,
    person: Person,
    form: forms.Form,
    title: str,
    do: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """Show the form, or do what it says and go back to the person."""
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except AwardRefused as error:
            say_why(form, error)
        else:
            messages.success(request, pgettext("message", "The award is stored."))
            return redirect_to(person)
    context = {"form": form, "title": title, "person": person}
    return render(request, "desk/people/form.html", context)


@open_to(TEAM)
def new(request: Request, uuid: UUID) -> HttpResponse:
    """Record an award that was decided."""
    person = person_or_404(request, uuid)
    if person.pk == request.viewer.person_id:
        raise PermissionDenied
    work = person.affiliations.filter(until=None).exclude(member=None).first()
    initial = {"member": work.member.code} if work and work.member else {}
    form = AwardForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> object:
        member = member_of(data["member"])
        if member is None:
            raise PermissionDenied
        return award(
            person=person,
            topic=all_topics().get(code=data["topic"]),
            member=member,
            valid_from=data["valid_from"],
            by=acting(request),
            at=request.at,
        )

    return answer(request, person, form, pgettext("title", "Record an award"), do)


@open_to(TEAM)
def end(request: Request, uuid: UUID) -> HttpResponse:
    """Say from when an award holds no longer."""
    row = award_or_404(uuid)
    form = EndAwardForm(request.POST or None, initial={"ended_on": request.at.date()})

    def do(data: dict[str, Any]) -> object:
        return end_award(row, **data, by=acting(request), at=request.at)

    return answer(request, row.person, form, pgettext("title", "End an award"), do)
