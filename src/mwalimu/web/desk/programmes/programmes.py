"""Making and editing programmes, cohorts, session groups and Members' parts."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.programmes.operations import (
    CohortFacts,
    GroupFacts,
    ProgrammeFacts,
    StageFacts,
    correct_membership,
    create_cohort,
    create_group,
    create_programme,
    edit_cohort,
    edit_group,
    edit_programme,
    join,
    leave,
)
from mwalimu.programmes.queries.codes import cohorts_of, groups_of
from mwalimu.programmes.queries.listing import projects
from mwalimu.programmes.queries.page import ProgrammePage
from mwalimu.reference import queries as reference
from mwalimu.web.desk.programmes.fields import (
    Choices,
    members_by_name,
    named,
    offer,
    per_language,
    texts,
)
from mwalimu.web.desk.programmes.forms import (
    CohortForm,
    GroupForm,
    MembershipForm,
    ProgrammeForm,
)
from mwalimu.web.desk.programmes.saving import edit, page_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request

NO_PROJECT = pgettext_lazy(
    "message", "A programme belongs to a project. Open the project first."
)


def public(slug: str) -> str:
    """The address of a programme's page."""
    return reverse("public:programme", kwargs={"slug": slug})


def picked(rows: Any, codes: list[str]) -> tuple[Any, ...]:
    """The rows of a query whose codes were ticked."""
    return tuple(rows.filter(code__in=codes))


def programme_facts(cleaned: dict[str, Any]) -> ProgrammeFacts:
    """What the form says of a programme."""
    by_code = {row.code: row for row in projects()}
    return ProgrammeFacts(
        code=cleaned["code"],
        names=texts(cleaned, "name"),
        summaries=texts(cleaned, "summary"),
        project=by_code[cleaned["project"]],
        status=cleaned["status"],
        starts=cleaned["starts"],
        ends=cleaned["ends"],
        topics=picked(reference.topics(), cleaned["topics"]),
        regions=picked(reference.regions(), cleaned["regions"]),
        initiatives=picked(reference.initiatives(), cleaned["initiatives"]),
        partners=picked(reference.partners(), cleaned["partners"]),
        source=cleaned["source"],
    )


@open_to(TEAM)
def programme_new(request: Request) -> HttpResponse:
    """Prepare a programme; where there is no project yet, that first."""
    if not projects():
        messages.info(request, NO_PROJECT)
        return redirect("desk:project_new")
    form = ProgrammeForm(sent(request), initial={"status": "prepared"})
    form.offer_all(
        {
            "project": named(projects()),
            "topics": named(reference.topics()),
            "regions": named(reference.regions()),
            "initiatives": named(reference.initiatives()),
            "partners": named(reference.partners()),
        }
    )

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        facts = programme_facts(cleaned)
        create_programme(facts=facts, by=by, at=request.at)

    return edit(
        request,
        form,
        save,
        title=pgettext("title", "Prepare a programme"),
        back=reverse("public:programmes"),
    )


@open_to(TEAM)
def programme_edit(request: Request, slug: str) -> HttpResponse:
    """Change what is known of a programme, or where it stands."""
    page = page_or_404(request, slug)
    programme = page.programme
    initial: dict[str, Any] = {
        "code": programme.code,
        **per_language("name", programme.names),
        **per_language("summary", programme.summaries),
        "project": programme.project.code,
        "status": programme.status,
        "starts": programme.starts,
        "ends": programme.ends,
        "source": programme.source,
    }
    choices: dict[str, Choices] = {"project": named(projects())}
    kinds = {
        "topics": (page.topics, "topic"),
        "regions": (page.regions, "region"),
        "initiatives": (page.initiatives, "initiative"),
        "partners": (page.partners, "partner"),
    }
    for name, (chosen, kind) in kinds.items():
        initial[name] = [row.code for row in chosen]
        choices[name] = named(page.choices.get(kind, ()))
    form = ProgrammeForm(sent(request), initial=initial)
    form.fields["code"].disabled = True
    form.offer_all(choices)

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        facts = programme_facts(cleaned)
        asked = ("en", "fr")  # the form asks for these; others stay as they are
        kept = {c: t for c, t in programme.summaries.items() if c not in asked}
        facts = replace(facts, summaries={**kept, **facts.summaries})
        edit_programme(programme, facts=facts, by=by, at=request.at)

    title = pgettext("title", "Edit the programme")
    return edit(request, form, save, title=title, back=public(slug), page=page)


@open_to(TEAM)
def cohort_new(request: Request, slug: str) -> HttpResponse:
    """Open a cohort."""
    return _cohort(request, slug, "")


@open_to(TEAM)
def cohort_edit(request: Request, slug: str, code: str) -> HttpResponse:
    """Change a cohort and its plan."""
    return _cohort(request, slug, code)


def _cohort(request: Request, slug: str, code: str) -> HttpResponse:
    page = page_or_404(request, slug)
    plan = next((each for each in page.cohorts if each.cohort.code == code), None)
    if code and plan is None:
        raise Http404
    initial: dict[str, Any] = {}
    if plan:
        initial = {
            "code": code,
            **per_language("name", plan.cohort.names),
            "topics": [topic.code for topic in plan.topics],
            "members": [member.code for member in plan.members],
            "plan": " ".join(step.stage.code for step in plan.steps),
        }
    form = CohortForm(sent(request), initial=initial)
    form.fields["code"].disabled = bool(plan)
    offer(form, "topics", named(page.choices.get("topic", ())))
    offer(form, "members", near_members(page, initial.get("members", [])))

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        facts = CohortFacts(
            code=cleaned["code"],
            names=texts(cleaned, "name"),
            topics=picked(reference.topics(), cleaned["topics"]),
            members=picked(reference.members(), cleaned["members"]),
        )
        stages = [_stage(page, code, word) for word in cleaned["plan"].split()]
        if plan:
            (cohort,) = cohorts_of(page.programme, [code])
            edit_cohort(cohort, facts=facts, stages=stages, by=by, at=request.at)
        else:
            create_cohort(
                page.programme, facts=facts, stages=stages, by=by, at=request.at
            )

    title = (
        pgettext("title", "Edit the cohort")
        if plan
        else pgettext("title", "Add a cohort")
    )
    return edit(request, form, save, title=title, back=public(slug), page=page)


def _stage(page: ProgrammePage, cohort: str, code: str) -> StageFacts:
    """A stage keeps the kind and names that it has."""
    for plan in page.cohorts:
        for step in plan.steps:
            if plan.cohort.code == cohort and step.stage.code == code:
                return StageFacts(code, step.stage.note, step.stage.names)
    return StageFacts(code)


def near_members(page: ProgrammePage, also: list[str]) -> Choices:
    """The Members of the programme; all Members while it has none."""
    own = {row.member.code for row in page.memberships} | set(also)
    everybody = members_by_name(reference.members_to_choose())
    return [pair for pair in everybody if pair[0] in own] or everybody


@open_to(TEAM)
def group_new(request: Request, slug: str) -> HttpResponse:
    """Open a session group."""
    return _group(request, slug, "")


@open_to(TEAM)
def group_edit(request: Request, slug: str, code: str) -> HttpResponse:
    """Change a session group."""
    return _group(request, slug, code)


def _group(request: Request, slug: str, code: str) -> HttpResponse:
    page = page_or_404(request, slug)
    group = next((each for each in page.groups if each.label.code == code), None)
    if code and group is None:
        raise Http404
    initial: dict[str, Any] = {}
    if group:
        initial = {
            "code": code,
            **per_language("name", group.label.names),
            "language": group.label.note,
            "members": [member.code for member in group.members],
        }
    form = GroupForm(sent(request), initial=initial)
    form.fields["code"].disabled = bool(group)
    offer(form, "members", near_members(page, initial.get("members", [])))

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        facts = GroupFacts(
            code=cleaned["code"],
            names=texts(cleaned, "name"),
            language=cleaned["language"],
            members=picked(reference.members(), cleaned["members"]),
        )
        if group:
            (row,) = groups_of(page.programme, [code])
            edit_group(row, facts=facts, by=by, at=request.at)
        else:
            create_group(page.programme, facts=facts, by=by, at=request.at)

    title = pgettext("title", "Edit the session group") if group else ""
    title = title or pgettext("title", "Add a session group")
    return edit(request, form, save, title=title, back=public(slug), page=page)


@open_to(TEAM)
def membership_new(request: Request, slug: str) -> HttpResponse:
    """A Member joins a programme."""
    page = page_or_404(request, slug)
    form = MembershipForm(sent(request))
    del form.fields["left"]
    offer(form, "member", members_by_name(reference.members_to_choose()))

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        (member,) = picked(reference.members(), [cleaned["member"]])
        join(
            page.programme,
            member=member,
            joined=cleaned["joined"],
            source=cleaned["source"],
            by=by,
            at=request.at,
        )

    title = pgettext("title", "Add a Member")
    return edit(request, form, save, title=title, back=public(slug), page=page)


@open_to(TEAM)
def membership_edit(request: Request, slug: str, key: int) -> HttpResponse:
    """Put the dates of a Member's part right, or say that it left."""
    page = page_or_404(request, slug)
    row = next((each for each in page.memberships if each.pk == key), None)
    if row is None:
        raise Http404
    initial = {"joined": row.joined, "left": row.left, "source": row.source}
    form = MembershipForm(sent(request), initial=initial)
    del form.fields["member"]

    def save(cleaned: dict[str, Any], by: Actor) -> None:
        same = all(cleaned[name] == initial[name] for name in ("joined", "source"))
        if same and cleaned["left"] and not initial["left"]:
            leave(row, left=cleaned["left"], by=by, at=request.at)
        else:
            correct_membership(row, **cleaned, by=by, at=request.at)

    title = pgettext("title", "Part of %(member)s") % {
        "member": named([row.member])[0][1]
    }
    return edit(request, form, save, title=title, back=public(slug), page=page)
