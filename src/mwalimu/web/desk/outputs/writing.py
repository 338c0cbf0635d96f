"""Writing issues and training needs: several at once, or one of them anew."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.outputs import (
    add_issues,
    add_needs,
    change_issue,
    change_need,
    drop_issue,
    drop_need,
)
from mwalimu.programmes.permissions import members_taking_part
from mwalimu.programmes.queries.outputs import issue_at, need_at
from mwalimu.reference.models import Member
from mwalimu.reference.queries import members as all_members
from mwalimu.reference.queries import topics as all_topics
from mwalimu.web.desk.cohorts.loaders import by_name
from mwalimu.web.desk.outputs.forms import IssueForm, IssuesForm, NeedForm, NeedsForm
from mwalimu.web.desk.outputs.loaders import may, session_or_404, team_or_404
from mwalimu.web.desk.sessions.loaders import sent
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import SIGNED_IN, TEAM, open_to
from mwalimu.web.kit.requests import Request, acting

HERE = "desk:session_outputs"


def members_of(session: Session) -> list[Member]:
    """The Members that take part, by name."""
    return by_name(all_members().filter(pk__in=members_taking_part(session)))


@open_to(SIGNED_IN)
def issues_new(request: Request, uuid: UUID) -> HttpResponse:
    """Issues of an administration, one on each line."""
    session = session_or_404(request, uuid)
    part = may(request, session)
    members = [row for row in members_of(session) if part.writes_issue(row.pk)]
    if not members:
        raise Http404
    form = IssuesForm(
        members, sent(request), initial={"member": request.GET.get("member", "")}
    )

    def do(data: dict[str, Any]) -> object:
        return add_issues(session, **data, by=acting(request), at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Add issues"),
        said=pgettext("message", "The issues are added."),
        back=HERE,
    )


@open_to(SIGNED_IN)
def issue_edit(request: Request, uuid: UUID, issue: UUID) -> HttpResponse:
    """Another wording of an issue; or it was none."""
    session = session_or_404(request, uuid)
    row = issue_at(request.viewer, session, issue)
    if row is None or not may(request, session).writes_issue(row.member_id):
        raise Http404
    by, at = acting, request.at
    if request.method == "POST" and "remove" in request.POST:
        said = pgettext("message", "It is gone.")
        return step(
            request,
            session,
            lambda: drop_issue(row, by=by(request), at=at),
            said,
            HERE,
        )
    return answer(
        request,
        session,
        IssueForm(sent(request), initial={"text": row.text, "shared": row.shared}),
        lambda data: change_issue(row, **data, by=by(request), at=at),
        title=pgettext("title", "Edit the issue"),
        said=pgettext("message", "It is saved."),
        back=HERE,
        remove=pgettext("outputs", "Remove it"),
    )


@open_to(TEAM)
def needs_new(request: Request, uuid: UUID) -> HttpResponse:
    """Training needs, one on each line."""
    session = team_or_404(request, uuid)
    form = NeedsForm(members_of(session), all_topics(), sent(request))

    def do(data: dict[str, Any]) -> object:
        return add_needs(session, **data, by=acting(request), at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Add training needs"),
        said=pgettext("message", "The needs are added."),
        back=HERE,
    )


@open_to(TEAM)
def need_edit(request: Request, uuid: UUID, need: UUID) -> HttpResponse:
    """Another wording of a need; or it was none."""
    session = team_or_404(request, uuid)
    row = need_at(request.viewer, session, need)
    if row is None:
        raise Http404
    if request.method == "POST" and "remove" in request.POST:
        drop_need(row, by=acting(request), at=request.at)
        messages.success(request, pgettext("message", "It is gone."))
        return redirect(HERE, uuid=uuid)
    initial = {
        "text": row.text,
        "topic": row.topic.code if row.topic else "",
        "members": [member.code for member in row.members.all()],
    }
    form = NeedForm(members_of(session), all_topics(), sent(request), initial=initial)
    return answer(
        request,
        session,
        form,
        lambda data: change_need(row, **data, by=acting(request), at=request.at),
        title=pgettext("title", "Edit the need"),
        said=pgettext("message", "It is saved."),
        back=HERE,
        remove=pgettext("outputs", "Remove it"),
    )
