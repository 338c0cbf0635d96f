"""Opening and closing accounts."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override, pgettext
from django.views.decorators.http import require_POST

from mwalimu.people.models import Contact
from mwalimu.people.operations import (
    PeopleRefused,
    create_person,
    deactivate_account,
    invite,
    mail_language,
    reactivate_account,
    send_invitation_again,
)
from mwalimu.people.permissions import may_invite
from mwalimu.web.desk.people.forms import InviteForm, InviteNewForm
from mwalimu.web.desk.people.loaders import person_or_404, say_why
from mwalimu.web.desk.people.people import chosen_work, redirect_to, show
from mwalimu.web.kit.access import ROLE_GIVERS, TEAM, open_to
from mwalimu.web.kit.forms import form_page, sent
from mwalimu.web.kit.requests import Request, acting


def sign_in_page(language: str) -> str:
    """The public address of the page where a code is asked for, in that language."""
    with override(language):
        return f"{settings.BASE_URL}{reverse('account_request_login_code')}"


@open_to(TEAM, ROLE_GIVERS)
def invite_new(request: Request) -> HttpResponse:
    """Record a person and open their account, both or neither."""
    form = InviteNewForm(request.viewer, sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            person = _create_and_invite(request, form.cleaned_data)
        except PeopleRefused as error:
            say_why(form, error)
        else:
            messages.success(
                request, pgettext("message", "The invitation is on its way.")
            )
            return redirect_to(person)
    title = pgettext("title", "Invite somebody new")
    return form_page(request, "desk/people/form.html", {"form": form, "title": title})


@transaction.atomic
def _create_and_invite(request: Request, data: dict[str, Any]) -> Any:
    by, at = acting(request), request.at
    work, email = chosen_work(data), data["email"]
    person = create_person(name=data["name"], work=[work], email=email, by=by, at=at)
    link = sign_in_page(data["language"])
    invite(person, email=email, language=data["language"], link=link, by=by, at=at)
    return person


@open_to(TEAM, ROLE_GIVERS)
def invite_person(request: Request, uuid: UUID) -> HttpResponse:
    """Open the account of a person who is recorded."""
    person = person_or_404(request, uuid)
    if not may_invite(request.viewer, person):
        raise PermissionDenied
    known = person.contacts.filter(kind=Contact.Kind.EMAIL).first()
    initial = {"email": known.value if known else "", "language": mail_language(person)}
    form = InviteForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        link = sign_in_page(data["language"])
        try:
            invite(person, **data, link=link, by=acting(request), at=request.at)
        except PeopleRefused as error:
            say_why(form, error)
        else:
            messages.success(
                request, pgettext("message", "The invitation is on its way.")
            )
            return redirect_to(person)
    context = {
        "form": form,
        "title": pgettext("title", "Open an account"),
        "person": person,
    }
    return form_page(request, "desk/people/form.html", context)


@open_to(TEAM, ROLE_GIVERS)
@require_POST
def account(request: Request, uuid: UUID) -> HttpResponse:
    """Close or reopen an account, or send the invitation again."""
    person = person_or_404(request, uuid)
    if not may_invite(request.viewer, person):
        raise PermissionDenied
    by, at = acting(request), request.at
    try:
        if "close" in request.POST:
            deactivate_account(person, by=by, at=at)
            text = pgettext("message", "The account is closed.")
        elif "reopen" in request.POST:
            reactivate_account(person, by=by, at=at)
            text = pgettext("message", "The account is open again.")
        else:
            language = person.account.language if person.account else ""
            link = sign_in_page(language or settings.LANGUAGE_CODE)
            send_invitation_again(person, link=link, by=by, at=at)
            text = pgettext("message", "The invitation is on its way.")
    except PeopleRefused as error:
        return show(request, person, str(error.problems[0].message))
    messages.success(request, text)
    return redirect_to(person)
