"""Calls and nominations reach a page only through what the viewer may open."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404

from mwalimu.people.operations import PeopleRefused
from mwalimu.programmes.models import Call, Invited, Nomination, NominationFile
from mwalimu.programmes.queries.calls import (
    call_at,
    file_at,
    invited_at,
    nomination_at,
)
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request

Refused = Any  # CallRefused or PeopleRefused


def call_or_404(request: Request, uuid: UUID) -> Call:
    """The call, if the viewer may open it."""
    call = call_at(request.viewer, uuid)
    if call is None:
        raise Http404
    return call


def invited_or_404(call: Call, member: str) -> Invited:
    """The Member, if this call asks it."""
    invited = invited_at(call, member)
    if invited is None:
        raise Http404
    return invited


def nomination_or_404(request: Request, uuid: UUID) -> Nomination:
    """The nomination, if the viewer may open it."""
    nomination = nomination_at(request.viewer, uuid)
    if nomination is None:
        raise Http404
    return nomination


def file_or_404(request: Request, uuid: UUID) -> NominationFile:
    """The file, if the viewer may open its nomination."""
    row = file_at(request.viewer, uuid)
    if row is None:
        raise Http404
    return row


INSTEAD = {"person": "name", "profiles": "profile_en", "criteria": "criterion_1_en"}


def say_why(form: forms.Form, refused: Refused) -> None:
    """Put what was refused at the fields of the form."""
    if isinstance(refused, PeopleRefused):
        for problem in refused.problems:
            say_at(form, problem.field, problem.message, INSTEAD)
    else:
        say_at(form, refused.field, refused.message, INSTEAD)
