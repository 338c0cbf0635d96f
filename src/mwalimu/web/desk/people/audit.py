"""What the project team watches: the audit trail and the mails. Nothing is changed."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.accounts.models import Actor, AuditLine
from mwalimu.accounts.queries import account_at, audit_lines, audit_words
from mwalimu.people.queries import names_of_accounts
from mwalimu.shared import outbox
from mwalimu.shared.models import OutboxMessage
from mwalimu.web.desk.people.forms import AuditFilter
from mwalimu.web.desk.people.loaders import page_of
from mwalimu.web.kit.access import TEAM, open_to

MAY_SIGN_IN = "sign-in:"  # keys of mails that hold a code or a link to set a password


@open_to(TEAM)
@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    """Who did what, when, from where, newest first."""
    form = AuditFilter(*audit_words(), request.GET)
    form.is_valid()
    wanted = dict(form.cleaned_data)
    address = wanted.pop("actor", "")
    account = account_at(address) if address else None
    if address and account is None:
        lines, following = list[AuditLine](), 0
    else:
        rows = audit_lines(**wanted, account=account)
        lines, following = page_of(rows, request)
    names = names_of_accounts(
        line.by.account_id for line in lines if line.by.account_id
    )
    context = {
        "form": form,
        "lines": [(line, *who(line.by, names)) for line in lines],
        "older": older(request, following),
    }
    return render(request, "desk/people/audit.html", context)


def who(actor: Actor, names: dict[int, str]) -> tuple[str, str]:
    """Whoever acted, and on whose behalf, as the project team reads it."""
    other = actor.on_behalf_of
    return name_of(actor, names), name_of(other, names) if other else ""


def name_of(actor: Actor, names: dict[int, str]) -> str:
    """A person's name, else the address of the account, else what the actor is."""
    if actor.account is not None:
        return names.get(actor.account.pk) or actor.account.email
    return actor.label or str(actor.get_kind_display())


def older(request: HttpRequest, following: int) -> str:
    """The query of the next page; empty where there is none."""
    if not following:
        return ""
    query = request.GET.copy()
    query["before"] = str(following)
    return query.urlencode()


@open_to(TEAM)
@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """Mails that wait or went, newest first.

    A text that lets its reader sign in as somebody else is shown in the demo only.
    """
    found, following = page_of(outbox.mails(), request)
    context = {
        "mails": [(row, text_of(row)) for row in found],
        "older": older(request, following),
    }
    return render(request, "desk/people/outbox.html", context)


def text_of(row: OutboxMessage) -> str:
    """The text of a mail, where the project team may read it."""
    if row.key.startswith(MAY_SIGN_IN) and not settings.DEMO:
        return ""
    payload: dict[str, Any] = row.payload
    return str(payload.get("text", ""))
