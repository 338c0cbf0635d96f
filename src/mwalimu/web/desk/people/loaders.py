"""Rows reach a page only through what the viewer may open."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language, pgettext

from mwalimu.people.models import Affiliation, Person, RoleAssignment
from mwalimu.people.operations import NotAllowed, PeopleRefused
from mwalimu.people.permissions import Viewer, may_edit, may_give_role
from mwalimu.people.queries import named, role_at
from mwalimu.qualification.models import Award
from mwalimu.qualification.operations import AwardRefused
from mwalimu.qualification.permissions import persons_visible_to
from mwalimu.qualification.queries import award_at
from mwalimu.reference.models import Member
from mwalimu.reference.queries import members_by_code, members_to_choose
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request

Choices = list[tuple[str, str]]


def person_or_404(request: Request, uuid: UUID) -> Person:
    """The person, if the viewer may open them."""
    people = persons_visible_to(request.viewer).select_related("account")
    person: Person = get_object_or_404(people, uuid=uuid)
    return person


def editable_or_404(request: Request, uuid: UUID) -> Person:
    """The person, if the viewer may correct their record."""
    person = person_or_404(request, uuid)
    if not may_edit(request.viewer, person):
        raise PermissionDenied
    return person


def role_or_404(request: Request, uuid: UUID) -> RoleAssignment:
    """The role, if the viewer may open its person and give such a role."""
    row = role_at(uuid)
    if row is None:
        raise Http404
    person_or_404(request, row.person.uuid)
    if not may_give_role(request.viewer, row.role, row.member_id):
        raise PermissionDenied
    return row


def award_or_404(uuid: UUID) -> Award:
    """The award."""
    row = award_at(uuid)
    if row is None:
        raise Http404
    return row


def work_or_404(person: Person, key: int) -> Affiliation:
    """Where the person works."""
    row: Affiliation = get_object_or_404(person.affiliations.all(), pk=key)
    return row


def say_why(form: forms.Form, error: PeopleRefused | AwardRefused) -> None:
    """Put what an operation refused at the fields of the form."""
    if isinstance(error, NotAllowed):
        form.add_error(None, error.problems[0].message)
        return
    if isinstance(error, AwardRefused):
        say_at(form, error.field, str(error))
        return
    for problem in error.problems:
        say_at(form, problem.field, problem.message)


def find_one(viewer: Viewer, text: str) -> Person:
    """The one person of that name whom the viewer may open. Raises ValidationError."""
    people = named(persons_visible_to(viewer), text).order_by("name")
    found: list[Person] = list(people[:6])
    exact = [person for person in found if person.name == text.strip()]
    if not found:
        message = pgettext(
            "form", "Nobody here is called %(name)s: add the person first."
        )
        raise forms.ValidationError(message % {"name": text.strip()})
    if len(found) > 1 and len(exact) != 1:
        names = "; ".join(person.name for person in found)
        message = pgettext(
            "form", "Several people fit: write one name in full. %(names)s"
        )
        raise forms.ValidationError(message % {"names": names})
    return (exact or found)[0]


def member_choices(allowed: Iterable[int] | None = None) -> Choices:
    """Members by name in the reader's language; only those keys where some are given."""
    language = get_language() or "en"
    wanted = None if allowed is None else set(allowed)
    rows = [
        (member.code, str(member.name(language)))
        for member in members_to_choose()
        if wanted is None or member.pk in wanted
    ]
    return sorted(rows, key=lambda row: row[1])


def member_of(code: str) -> Member | None:
    """The Member that was chosen, or none."""
    return members_by_code([code]).get(code)


def page_of(rows: Any, request: HttpRequest, size: int = 50) -> tuple[list[Any], int]:
    """One page of rows with a primary key that falls, and where the next one starts.

    `?before=KEY` is the last key of the page before; 0 means there is no further page.
    Keys are read first, so that no database joins all rows to show fifty.
    """
    before = request.GET.get("before", "")
    if before.isdecimal():
        rows = rows.filter(pk__lt=int(before[:18]))
    keys = list(rows.values_list("pk", flat=True)[: size + 1])
    found = list(rows.filter(pk__in=keys[:size]))
    return found, keys[size - 1] if len(keys) > size else 0
