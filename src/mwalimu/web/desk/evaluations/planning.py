"""An extra activity, or a supplementary session, that follows from a decision."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Activity, Session
from mwalimu.programmes.operations import (
    ActivityFacts,
    Problem,
    ProgrammeRefused,
    SessionFacts,
)
from mwalimu.programmes.operations.evaluations import plan_activity, plan_session
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.programmes.queries.page import Happening
from mwalimu.reference.queries import members_to_choose
from mwalimu.web.desk.evaluations.decisions import decision_or_404
from mwalimu.web.desk.evaluations.evaluation import BACK
from mwalimu.web.desk.programmes.events import (
    event_values,
    page_with,
    session_values,
)
from mwalimu.web.desk.programmes.forms import ActivityForm, SessionForm
from mwalimu.web.desk.programmes.saving import edit
from mwalimu.web.desk.sessions.loaders import session_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request


@open_to(TEAM)
def activity(request: Request, uuid: UUID, decision: UUID) -> HttpResponse:
    """Plan an activity; what is known of the session stands in the form."""
    found = session_or_404(request, uuid)
    row = decision_or_404(request, found, decision)
    page, happening = page_with(found)
    initial = {**_initial(happening), "kind": Activity.Kind.WORKSHOP}
    form = ActivityForm(sent(request), initial=initial)
    form.offer_from(page, members_to_choose())

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        programme = page.programme
        facts = ActivityFacts(
            project=programme.project,
            programme=programme,
            **event_values(cleaned, page),
        )
        try:
            plan_activity(row, facts=facts, by=by, at=request.at)
        except SessionRefused as refused:
            raise _about_the_programme(refused) from None

    title = pgettext("title", "Plan an extra activity")
    return edit(
        request, form, save, title=title, back=_back(found), page=page, origin=row
    )


@open_to(TEAM)
def session(request: Request, uuid: UUID, decision: UUID) -> HttpResponse:
    """Plan a supplementary session; what is known of the session stands in the form."""
    found = session_or_404(request, uuid)
    row = decision_or_404(request, found, decision)
    page, happening = page_with(found)
    initial = {
        **_initial(happening),
        "kind": Session.Kind.CATCH_UP,
        "cohorts": [each.code for each in happening.cohorts],
        "stages": [str(each.pk) for each in happening.stages],
    }
    form = SessionForm(sent(request), initial=initial)
    form.offer_from(page, members_to_choose())

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        values = {**event_values(cleaned, page), **session_values(cleaned, page)}
        facts = SessionFacts(programme=page.programme, **values)
        try:
            plan_session(row, facts=facts, by=by, at=request.at)
        except SessionRefused as refused:
            raise _about_the_programme(refused) from None

    title = pgettext("title", "Plan a supplementary session")
    return edit(
        request, form, save, title=title, back=_back(found), page=page, origin=row
    )


def _initial(happening: Happening) -> dict[str, Any]:
    """What an extra event has in common with the session from which it follows."""
    return {
        "language": happening.event.language,
        "group": happening.group.code if happening.group else "",
        "topics": [row.code for row in happening.topics],
        "members": [row.code for row in happening.members],
        "partners": [row.code for row in happening.partners],
    }


def _back(session: Session) -> str:
    return f"{reverse(BACK, kwargs={'uuid': session.uuid})}#decisions"


def _about_the_programme(refused: SessionRefused) -> ProgrammeRefused:
    """The same refusal, as forms on programmes say it."""
    return ProgrammeRefused([Problem(refused.field, "", refused.message)])
