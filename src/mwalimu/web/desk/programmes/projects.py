"""What the project team runs: projects and their programmes; making and editing projects."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Project
from mwalimu.programmes.operations import ProjectFacts, create_project, edit_project
from mwalimu.programmes.queries.listing import project_at, projects_with_programmes
from mwalimu.reference import queries as reference
from mwalimu.web.desk.programmes.fields import named, per_language, texts
from mwalimu.web.desk.programmes.forms import ProjectForm
from mwalimu.web.desk.programmes.saving import edit
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request


@open_to(TEAM)
@require_safe
def programmes(request: Request) -> HttpResponse:
    """Every project with its programmes and their cohorts, and what one does there."""
    context = {"projects": projects_with_programmes(request.viewer)}
    return render(request, "desk/programmes/list.html", context)


@open_to(TEAM)
def project_new(request: Request) -> HttpResponse:
    """Open a project: the first thing that a new instance needs."""
    form = ProjectForm(sent(request))
    form.offer_all({"partners": named(reference.partners())})

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        create_project(facts=project_facts(cleaned), by=by, at=request.at)

    title = pgettext("title", "Open a project")
    return edit(request, form, save, title=title, back=reverse("desk:programmes"))


@open_to(TEAM)
def project_edit(request: Request, slug: str) -> HttpResponse:
    """Change what is known of a project."""
    project = project_or_404(request, slug)
    initial = {
        "code": project.code,
        **per_language("name", project.names),
        "started": project.started,
        "partners": [row.code for row in project.partners.all()],
    }
    form = ProjectForm(sent(request), initial=initial)
    form.offer_all({"partners": named(reference.partners())})

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        edit_project(project, facts=project_facts(cleaned), by=by, at=request.at)

    title = pgettext("title", "Edit the project")
    return edit(request, form, save, title=title, back=reverse("desk:programmes"))


def project_or_404(request: Request, slug: str) -> Project:
    """The project of a code, for whoever keeps projects."""
    row = project_at(request.viewer, slug)
    if row is None:
        raise Http404
    return row


def project_facts(cleaned: dict[str, Any]) -> ProjectFacts:
    """What the form says of a project."""
    partners = reference.partners().filter(code__in=cleaned["partners"])
    return ProjectFacts(
        code=cleaned["code"],
        names=texts(cleaned, "name"),
        started=cleaned["started"],
        partners=tuple(partners),
    )
