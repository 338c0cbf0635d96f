"""What is held on whoever signed in, and why; their language and consents."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override, pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.accounts.models import Account
from mwalimu.accounts.operations import choose_language
from mwalimu.accounts.queries import account_facts, account_lines
from mwalimu.notices.queries.chosen import reminders_held
from mwalimu.people.engine.holdings import BASES, KINDS
from mwalimu.people.models import Consent, Person
from mwalimu.people.permissions import Viewer
from mwalimu.people.queries import held_on, person_of, record_of
from mwalimu.programmes.queries.assignments import work_held
from mwalimu.programmes.queries.calls import nominations_held, seats_held
from mwalimu.programmes.queries.demos import demos_held
from mwalimu.programmes.queries.evaluations import evaluations_answered_by
from mwalimu.programmes.queries.letters import letters_held
from mwalimu.programmes.queries.logistics import logistics_held
from mwalimu.programmes.queries.outputs import tasks_held
from mwalimu.programmes.queries.reports import reports_held
from mwalimu.programmes.queries.seats import seats_of_person
from mwalimu.programmes.queries.sessions.own import sessions_held
from mwalimu.qualification.queries import awards_held, awards_of, decisions_held
from mwalimu.qualification.queries.accreditation.found import own_paths
from mwalimu.qualification.queries.accreditation.held import accreditations_held
from mwalimu.qualification.queries.accreditation.wording import state_words
from mwalimu.qualification.queries.pool.profiles import profile_held
from mwalimu.shared.languages import in_language
from mwalimu.trainings.permissions import (
    participations_visible_to,
    visible_to,
)
from mwalimu.web.desk.people.details import store_consent
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.requests import Request, acting


def account_of(request: Request) -> Account:
    """The account that signed in."""
    if not isinstance(request.user, Account):
        raise Http404
    return request.user


def everything(request: Request) -> dict[str, Any]:
    """All that is held on the person, by the codes of people.engine.holdings."""
    account = account_of(request)
    person = person_of(account)
    if person is None:
        facts, lines = account_facts(account), account_lines(account)
        return {kind.code: None for kind in KINDS} | {"account": facts, "audit": lines}
    return held_on(person) | {
        "seats": seats_held(person),
        "nominations": nominations_held(person),
        "awards": awards_held(person),
        "decisions": decisions_held(person),
        **accreditations_held(person),
        "letters": letters_held(person),
        "participations": taken_part(request.viewer, person),
        "taught": taught(request.viewer, person),
        "sessions": sessions_held(person),
        "logistics": logistics_held(person),
        "tasks": tasks_held(person),
        "evaluations": evaluations_answered_by(person),
        "reports": reports_held(person),
        **work_held(person),
        **demos_held(person),
        "profile": profile_held(person),
        **reminders_held(person),
    }


def taken_part(viewer: Viewer, person: Person) -> list[dict[str, Any]]:
    """The trainings in which the person took part, as plain data."""
    rows = participations_visible_to(viewer).filter(person=person)
    return [
        {
            "training": str(row.training.uuid),
            "title": row.training.title,
            "starts": str(row.training.starts),
            "host": row.training.host.code,
            "status": row.training.status,
            "days": row.days and str(row.days),
            "pre_score": row.pre_score and str(row.pre_score),
            "post_score": row.post_score and str(row.post_score),
            "certificate": row.certificate,
        }
        for row in rows.filter(training__latest=True).select_related("training__host")
    ]


def taught(viewer: Viewer, person: Person) -> list[dict[str, Any]]:
    """The trainings that the person taught, as plain data."""
    rows = visible_to(viewer).filter(trainers__person=person, latest=True)
    return [
        {
            "training": str(row.uuid),
            "title": row.title,
            "starts": str(row.starts),
            "host": row.host.code,
            "status": row.status,
        }
        for row in rows.select_related("host").order_by("-starts_on", "-pk")
    ]


@open_to(SIGNED_IN)
@require_safe
def data(request: Request) -> HttpResponse:
    """My data: what, on which basis, until when, seen by whom."""
    account = account_of(request)
    person = person_of(account)
    context: dict[str, Any] = {
        "account": account,
        "person": person,
        "purposes": Consent.Purpose.choices,
        "audiences": Consent.Audience.choices,
        "language": account.language or get_language(),
        "offered": settings.LANGUAGES,
    }
    if person is not None:
        context |= {
            "record": record_of(person),
            "awards": awards_of(person),
            "accreditations": [
                (row, state_words(row, request.viewer))
                for row in own_paths(request.viewer)
            ],
            "participations": taken_part(request.viewer, person),
            "taught": taught(request.viewer, person),
            "seats": seats_of_person(person, request.viewer),
            "nominations": nominations_held(person),
        }
    return render(request, "desk/people/my_data.html", context)


@open_to(SIGNED_IN)
@require_safe
def download(request: Request) -> HttpResponse:
    """Everything in one JSON file."""
    found = {"as_of": request.at.isoformat(), "held": everything(request)}
    response = JsonResponse(
        found, json_dumps_params={"indent": 1, "ensure_ascii": False}
    )
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@open_to(SIGNED_IN)
@require_POST
def language(request: Request) -> HttpResponse:
    """Keep the language that was chosen, and go on in it."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        raise Http404
    account, by = account_of(request), acting(request)
    choose_language(account, chosen, by=by, at=request.at)
    with override(chosen):
        messages.success(request, pgettext("message", "The language is kept."))
        return redirect(reverse("desk:my_data"))


@open_to(SIGNED_IN)
@require_POST
def consents(request: Request) -> HttpResponse:
    """Agree to something, or no longer."""
    person = person_of(account_of(request))
    if person is None:
        raise Http404
    store_consent(request, person)
    return redirect("desk:my_data")


@open_to(SIGNED_IN)
@require_safe
def whose_data(request: Request) -> HttpResponse:
    """Each kind of data with its legal basis, how long it is kept, and who sees it."""
    reading = get_language() or "en"
    rows = [
        {
            "what": in_language(kind.what, [reading]),
            "basis": in_language(BASES[kind.basis], [reading]),
            "years": kind.years,
            "months": kind.months,
            "after": in_language(kind.after, [reading]),
            "seen_by": in_language(kind.seen_by, [reading]),
        }
        for kind in KINDS
    ]
    return render(request, "desk/people/whose_data.html", {"rows": rows})
