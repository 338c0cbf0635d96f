"""Tasks of the collective work plan: writing them down, and their follow-up."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from mwalimu.people.queries import names_of_accounts
from mwalimu.programmes.models import Session, WorkItem
from mwalimu.programmes.operations.outputs import (
    Task,
    add_task,
    change_task,
    drop_task,
    follow_up,
)
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.programmes.queries.outputs import owners_at, task_at
from mwalimu.web.desk.outputs.forms import FollowUpForm, TaskForm
from mwalimu.web.desk.outputs.loaders import may, session_or_404, team_or_404
from mwalimu.web.desk.outputs.writing import HERE, members_of
from mwalimu.web.desk.people.audit import name_of
from mwalimu.web.desk.sessions.loaders import sent, show
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import SIGNED_IN, TEAM, open_to
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request, acting


def task_or_404(request: Request, session: Session, uuid: UUID) -> WorkItem:
    """A task of the session, if the viewer may read it."""
    found = task_at(request.viewer, session, uuid)
    if found is None:
        raise Http404
    return found


@open_to(TEAM)
def task_new(request: Request, uuid: UUID) -> HttpResponse:
    """A task that the session agreed; then the next one, if the team says so."""
    session = team_or_404(request, uuid)
    form = TaskForm(members_of(session), owners_at(session), sent(request))

    def do(data: dict[str, Any]) -> object:
        return add_task(session, Task(**data), by=acting(request), at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Add a task"),
        said=pgettext("message", "The task is added."),
        back="desk:task_new" if "another" in request.POST else HERE,
        another=pgettext("outputs", "Save and add another"),
    )


@open_to(TEAM)
def task_edit(request: Request, uuid: UUID, task: UUID) -> HttpResponse:
    """Another wording, owner or day; or it was written down by mistake."""
    session = team_or_404(request, uuid)
    row = task_or_404(request, session, task)
    if request.method == "POST" and "remove" in request.POST:
        said = pgettext("message", "It is gone.")
        return step(
            request,
            session,
            lambda: drop_task(row, by=acting(request), at=request.at),
            said,
            HERE,
        )
    initial = {
        "text": row.text,
        "member": row.member.code if row.member else "",
        "person": str(row.person.uuid) if row.person else "",
        "due_on": row.due_on,
    }
    people = owners_at(session)
    form = TaskForm(members_of(session), people, sent(request), initial=initial)
    if row.person and str(row.person.uuid) not in form.people:
        form.keep(row.person)
    return answer(
        request,
        session,
        form,
        lambda data: change_task(row, Task(**data), by=acting(request), at=request.at),
        title=pgettext("title", "Edit the task"),
        said=pgettext("message", "It is saved."),
        back=HERE,
        remove=pgettext("outputs", "Remove it"),
    )


@open_to(SIGNED_IN)
def task(request: Request, uuid: UUID, task: UUID) -> HttpResponse:
    """A task with its follow-up; its owners add to it."""
    session = session_or_404(request, uuid)
    row = task_or_404(request, session, task)
    part = may(request, session)
    if request.method == "POST" and not part.follows_up(row):
        raise Http404
    today = {"day": request.at.date(), "state": row.state}
    form = FollowUpForm(part.team, sent(request), initial=today)
    if form.is_bound and form.is_valid():
        try:
            follow_up(row, **form.cleaned_data, by=acting(request), at=request.at)
        except SessionRefused as refused:
            say_at(form, refused.field, refused.message)
        else:
            messages.success(request, pgettext("message", "It is saved."))
            return redirect("desk:task", uuid=uuid, task=task)
    notes = list(row.notes.select_related("written_by__account"))
    accounts = [note.written_by.account_id for note in notes]
    names = names_of_accounts(key for key in accounts if key) if part.team else {}
    return show(
        request,
        "outputs/task.html",
        session,
        item=row,
        person=row.person if part.reads_name(row) else None,
        late=not row.is_closed and row.due_on and row.due_on < request.at.date(),
        may=part,
        form=form if part.follows_up(row) else None,
        notes=[
            (note, name_of(note.written_by, names) if part.team else "")
            for note in notes
        ],
        status=422 if form.is_bound else 200,
    )
