"""Making and editing sessions and activities."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Activity, Session
from mwalimu.programmes.operations import (
    ActivityFacts,
    SessionFacts,
    activity_facts,
    create_activity,
    create_session,
    edit_activity,
    edit_session,
    session_facts,
)
from mwalimu.programmes.queries.codes import cohorts_of, groups_of, stages_of
from mwalimu.programmes.queries.evaluations import origin_of
from mwalimu.programmes.queries.listing import activity_at, session_at
from mwalimu.programmes.queries.page import Happening, ProgrammePage, page_of
from mwalimu.reference import queries as reference
from mwalimu.web.desk.programmes.fields import per_language, texts
from mwalimu.web.desk.programmes.forms import ActivityForm, EventForm, SessionForm
from mwalimu.web.desk.programmes.programmes import picked, public
from mwalimu.web.desk.programmes.saving import edit, page_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request

SAME = (
    "kind starts ends mode city language participants demo_trainees confidence source"
    " note"
).split()
OF_SESSION = "meetings launch certificates".split()


@open_to(TEAM)
def session_new(request: Request, slug: str) -> HttpResponse:
    """Record a session that took place, or is planned."""
    page = page_or_404(request, slug)
    topics = [topic.code for topic in page.topics]
    form = SessionForm(sent(request), initial={"topics": topics})
    form.offer_from(page, reference.members_to_choose())

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        values = {**event_values(cleaned, page), **session_values(cleaned, page)}
        facts = SessionFacts(programme=page.programme, **values)
        create_session(facts=facts, by=by, at=request.at)

    title = pgettext("title", "Add a session")
    return edit(request, form, save, title=title, back=public(slug), page=page)


@open_to(TEAM)
def session_edit(request: Request, uuid: UUID) -> HttpResponse:
    """Change what is known of a session."""
    session = session_at(request.viewer, uuid)
    if session is None:
        raise Http404
    page, happening = page_with(session)
    initial = {
        **_initial(session, happening, OF_SESSION),
        "cohorts": [row.code for row in happening.cohorts],
        "stages": [str(row.pk) for row in happening.stages],
    }
    form = SessionForm(sent(request), initial=initial)
    form.offer_from(page, reference.members_to_choose())

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        values = {**event_values(cleaned, page), **session_values(cleaned, page)}
        facts = replace(session_facts(session), **values)
        edit_session(session, facts=facts, by=by, at=request.at)

    title = pgettext("title", "Edit the session")
    return edit(
        request,
        form,
        save,
        title=title,
        back=f"{public(page.programme.code)}#event-{uuid}",
        page=page,
    )


@open_to(TEAM)
def activity_new(request: Request, slug: str) -> HttpResponse:
    """Record an activity of a programme."""
    page = page_or_404(request, slug)
    form = ActivityForm(sent(request))
    form.offer_from(page, reference.members_to_choose())

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        programme = page.programme
        facts = ActivityFacts(
            project=programme.project,
            programme=programme,
            **event_values(cleaned, page),
        )
        create_activity(facts=facts, by=by, at=request.at)

    title = pgettext("title", "Add an activity")
    return edit(request, form, save, title=title, back=public(slug), page=page)


@open_to(TEAM)
def activity_edit(request: Request, uuid: UUID) -> HttpResponse:
    """Change what is known of an activity, of a programme or of the project."""
    activity = activity_at(request.viewer, uuid)
    if activity is None:
        raise Http404
    page = None
    if activity.programme is None:
        back = reverse("public:programmes")
        facts = activity_facts(activity)
        initial = _plain(activity, []) | {
            "topics": [row.code for row in facts.topics],
            "members": [row.code for row in facts.members],
            "partners": [row.code for row in facts.partners],
        }
    else:
        page, happening = page_with(activity)
        initial = _initial(activity, happening, [])
        back = public(page.programme.code)
    form = ActivityForm(sent(request), initial=initial)
    _offer(form, page)

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        changed = replace(activity_facts(activity), **event_values(cleaned, page))
        edit_activity(activity, facts=changed, by=by, at=request.at)

    return edit(
        request,
        form,
        save,
        title=pgettext("title", "Edit the activity"),
        back=f"{back}#event-{uuid}",
        page=page,
        origin=origin_of(request.viewer, activity),
    )


def _offer(form: EventForm, page: ProgrammePage | None) -> None:
    """The choices of a programme, or all there are for an activity of the project."""
    form.offer_from(page, reference.members_to_choose())
    if page is None:
        form.offer_all_topics(reference.topics(), reference.partners())


def page_with(event: Session | Activity) -> tuple[ProgrammePage, Happening]:
    if event.programme is None:
        raise Http404
    page = page_of(event.programme)
    happening = page.happening(event.uuid)
    if happening is None:
        raise Http404
    return page, happening


def _plain(event: Session | Activity, more: list[str]) -> dict[str, Any]:
    """The columns of the event as the form shows them."""
    values = {name: getattr(event, name) for name in (*SAME, *more)}
    host = event.host.code if event.host else ""
    return {**per_language("title", event.title), **values, "host": host}


def _initial(
    event: Session | Activity, happening: Happening, more: list[str]
) -> dict[str, Any]:
    return {
        **_plain(event, more),
        "group": happening.group.code if happening.group else "",
        "topics": [row.code for row in happening.topics],
        "members": [row.code for row in happening.members],
        "partners": [row.code for row in happening.partners],
    }


def event_values(cleaned: dict[str, Any], page: ProgrammePage | None) -> dict[str, Any]:
    """What the form says of any event."""
    hosts = picked(reference.members(), [cleaned["host"]]) if cleaned["host"] else ()
    chosen = cleaned.get("group")
    groups = groups_of(page.programme, [chosen]) if page and chosen else ()
    values: dict[str, Any] = {name: cleaned[name] for name in SAME}
    if cleaned["demo_trainees"] is not None:
        values["demo_trainees_unknown"] = False
    return {
        **values,
        "title": texts(cleaned, "title"),
        "host": hosts[0] if hosts else None,
        "group": groups[0] if groups else None,
        "topics": picked(reference.topics(), cleaned["topics"]),
        "members": picked(reference.members(), cleaned["members"]),
        "partners": picked(reference.partners(), cleaned["partners"]),
    }


def session_values(cleaned: dict[str, Any], page: ProgrammePage) -> dict[str, Any]:
    """What the form says of a session besides."""
    return {
        **{name: cleaned[name] for name in OF_SESSION},
        "cohorts": cohorts_of(page.programme, cleaned["cohorts"]),
        "stages": stages_of(page.programme, cleaned["stages"]),
    }
