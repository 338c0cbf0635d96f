"""Suspending, resuming, renewing and revoking an award."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.qualification.models import Award
from mwalimu.qualification.operations import (
    renew_award,
    resume_award,
    revoke_award,
    suspend_award,
)
from mwalimu.qualification.queries.renewal import renewal_of
from mwalimu.web.desk.awards.pages import award_or_404
from mwalimu.web.desk.decisions.forms import why
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.standards.loaders import answer
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting

Verb = Callable[..., object]
OUTSIDE = pgettext_lazy("help", "Only the project team and the holder read it.")


class SuspendForm(forms.Form):
    """From when an award does not hold, and why."""

    since = forms.DateField(
        label=pgettext_lazy("label", "Suspended from"), widget=day_input()
    )
    reason = why(OUTSIDE)


class ResumeForm(forms.Form):
    """From when an award holds again, and why."""

    on = forms.DateField(
        label=pgettext_lazy("label", "Holds again from"), widget=day_input()
    )
    reason = why(OUTSIDE)


class RevokeForm(forms.Form):
    """From when an award is taken back, and why."""

    ended_on = forms.DateField(
        label=pgettext_lazy("label", "Holds no longer from"), widget=day_input()
    )
    reason = why(OUTSIDE)


class RenewForm(forms.Form):
    """Another period of validity."""

    reason = why(
        pgettext_lazy("help", "Needed where the holder taught less than is asked."),
        required=False,
    )


def _change(
    request: Request,
    row: Award,
    verb: Verb,
    form: forms.Form,
    title: str,
    text: str = "",
) -> HttpResponse:
    def do(data: dict[str, Any]) -> None:
        verb(row, **data, by=acting(request), at=request.at)

    return answer(
        request,
        form,
        do,
        lambda: reverse("desk:award", kwargs={"uuid": row.uuid}),
        template="desk/awards/form.html",
        award=row,
        title=title,
        text=text,
    )


@open_to(TEAM)
def suspend(request: Request, uuid: UUID) -> HttpResponse:
    """The award does not hold until it is resumed."""
    row = award_or_404(request, uuid)
    form = SuspendForm(request.POST or None, initial={"since": request.at.date()})
    text = pgettext(
        "help",
        "From that day on the holder is not a Master Trainer of the topic. Trainings"
        " that they gave on those days count as given by somebody who became one.",
    )
    title = pgettext("title", "Suspend the award")
    return _change(request, row, suspend_award, form, title, text)


@open_to(TEAM)
def resume(request: Request, uuid: UUID) -> HttpResponse:
    """The award holds again."""
    row = award_or_404(request, uuid)
    form = ResumeForm(request.POST or None, initial={"on": request.at.date()})
    title = pgettext("title", "Resume the award")
    return _change(request, row, resume_award, form, title)


@open_to(TEAM)
def revoke(request: Request, uuid: UUID) -> HttpResponse:
    """The award is taken back."""
    row = award_or_404(request, uuid)
    form = RevokeForm(request.POST or None, initial={"ended_on": request.at.date()})
    text = pgettext(
        "help",
        "This cannot be taken back. Outside it only says: no longer valid.",
    )
    title = pgettext("title", "Revoke the award")
    return _change(request, row, revoke_award, form, title, text)


@open_to(TEAM)
def renew(request: Request, uuid: UUID) -> HttpResponse:
    """Another period of validity."""
    row = award_or_404(request, uuid)
    renewal = renewal_of(row, request.at.date())
    form = RenewForm(request.POST or None)
    text = pgettext("help", "This award has no last day: there is nothing to renew.")
    if renewal:
        text = pgettext(
            "help", "Trainings since %(since)s: %(done)s; %(needed)s are asked."
        ) % {
            "since": renewal.since.isoformat(),
            "done": renewal.done,
            "needed": renewal.needed,
        }
    title = pgettext("title", "Renew the award")
    return _change(request, row, renew_award, form, title, text)
