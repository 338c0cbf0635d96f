"""What hangs on a person: work, languages, contacts, consents."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.people.models import Consent, Contact, Person
from mwalimu.people.operations import (
    add_affiliation,
    close_affiliation,
    give_consent,
    set_contacts,
    set_languages,
    withdraw_consent,
)
from mwalimu.web.desk.people.answers import answer
from mwalimu.web.desk.people.forms import ContactsForm, EndForm, LanguagesForm, WorkForm
from mwalimu.web.desk.people.loaders import editable_or_404, work_or_404
from mwalimu.web.desk.people.people import chosen_work, redirect_to
from mwalimu.web.kit.access import RECORD_KEEPERS, TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM, RECORD_KEEPERS)
def work(request: Request, uuid: UUID) -> HttpResponse:
    """Add where the person works."""
    person = editable_or_404(request, uuid)
    form = WorkForm(request.viewer, sent(request))

    def do(data: dict[str, Any]) -> object:
        wanted, by = chosen_work(data), acting(request)
        return add_affiliation(person, work=wanted, by=by, at=request.at)

    return answer(
        request, person, form, pgettext("title", "Where the person works"), do
    )


@open_to(TEAM, RECORD_KEEPERS)
def end_work(request: Request, uuid: UUID, key: int) -> HttpResponse:
    """Say until when the person worked there."""
    person = editable_or_404(request, uuid)
    row = work_or_404(person, key)
    form = EndForm(sent(request), initial={"until": request.at.date()})

    def do(data: dict[str, Any]) -> object:
        return close_affiliation(
            row, on=data["until"], by=acting(request), at=request.at
        )

    return answer(request, person, form, pgettext("title", "Last day in this post"), do)


@open_to(TEAM, RECORD_KEEPERS)
def languages(request: Request, uuid: UUID) -> HttpResponse:
    """Say in which languages the person works; known levels stay."""
    person = editable_or_404(request, uuid)
    levels = dict(person.languages.values_list("language", "level"))
    form = LanguagesForm(sent(request), initial={"languages": list(levels)})

    def do(data: dict[str, Any]) -> object:
        chosen = {code: levels.get(code, "") for code in data["languages"]}
        return set_languages(
            person, languages=chosen, by=acting(request), at=request.at
        )

    return answer(request, person, form, pgettext("title", "Languages"), do)


@open_to(TEAM, RECORD_KEEPERS)
def contacts(request: Request, uuid: UUID) -> HttpResponse:
    """Say how the person is reached."""
    person = editable_or_404(request, uuid)
    known = dict(person.contacts.values_list("kind", "value"))
    initial = {
        "email": known.get(Contact.Kind.EMAIL, ""),
        "phone": known.get(Contact.Kind.PHONE, ""),
    }
    form = ContactsForm(sent(request), initial=initial)

    def do(data: dict[str, Any]) -> object:
        return set_contacts(person, **data, by=acting(request), at=request.at)

    return answer(
        request, person, form, pgettext("title", "How to reach the person"), do
    )


@open_to(TEAM, RECORD_KEEPERS)
@require_POST
def consents(request: Request, uuid: UUID) -> HttpResponse:
    """Note on behalf of the person that they agree, or no longer."""
    person = editable_or_404(request, uuid)
    return change_consent(request, person)


def change_consent(request: Request, person: Person) -> HttpResponse:
    """Give or withdraw the consent that the form names, then back to the person."""
    store_consent(request, person)
    return redirect_to(person)


def store_consent(request: Request, person: Person) -> None:
    """Do what the form says. Raises Http404 for a consent that is not of the person."""
    by, purpose = acting(request), request.POST.get("purpose", "")
    if key := request.POST.get("withdraw", ""):
        rows = person.consents.filter(withdrawn_at=None)
        row = rows.filter(pk=int(key[:18])).first() if key.isdecimal() else None
        if row is None:
            raise Http404
        withdraw_consent(row, by=by, at=request.at)
        messages.success(request, pgettext("message", "The consent is withdrawn."))
        return
    audience = request.POST.get("audience", "")
    if purpose not in Consent.Purpose.values or audience not in Consent.Audience.values:
        raise Http404
    give_consent(person, purpose=purpose, audience=audience, by=by, at=request.at)
    messages.success(request, pgettext("message", "The consent is noted."))
