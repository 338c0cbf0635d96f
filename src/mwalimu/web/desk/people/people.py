"""The list of people, the page of one, and what makes, corrects and erases them."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from mwalimu.people.engine.names import staff_hash
from mwalimu.people.models import Person, Role
from mwalimu.people.operations import (
    PeopleRefused,
    Work,
    create_person,
    edit_person,
    erase_person,
)
from mwalimu.people.permissions import (
    Viewer,
    may_edit,
    may_erase,
    may_give_role,
    may_invite,
    roles_to_give,
)
from mwalimu.people.queries import for_list, named, playing, record_of, working_for
from mwalimu.people.querysets import PersonQuerySet
from mwalimu.qualification.permissions import (
    may_accredit,
    may_award,
    persons_visible_to,
)
from mwalimu.qualification.permissions import visible_to as awards_visible_to
from mwalimu.qualification.queries import (
    holding,
    master_trainers,
    topics_held,
)
from mwalimu.qualification.queries.accreditation.found import paths_of
from mwalimu.qualification.queries.accreditation.wording import state_words
from mwalimu.qualification.queries.records import pages_on
from mwalimu.reference.models import Member
from mwalimu.trainings.permissions import visible_to as trainings_visible_to
from mwalimu.web.desk.people.forms import (
    ANY,
    FactsForm,
    NewPersonForm,
    PeopleFilter,
    offer,
)
from mwalimu.web.desk.people.loaders import (
    editable_or_404,
    member_choices,
    member_of,
    person_or_404,
    say_why,
)
from mwalimu.web.kit.access import ADMINISTRATION, RECORD_KEEPERS, TEAM, open_to
from mwalimu.web.kit.forms import form_page, sent
from mwalimu.web.kit.lists import Column, FilterForm, Listing
from mwalimu.web.kit.navigation import Link, links_to
from mwalimu.web.kit.requests import Request, acting


class PeopleList(Listing):
    """People by name, with where they work, what they play and what they hold."""

    columns = (
        Column("name", pgettext_lazy("column", "Name"), sort=("name",)),
        Column("work", pgettext_lazy("column", "Works in")),
        Column("roles", pgettext_lazy("column", "Roles")),
        Column("topics", pgettext_lazy("column", "Master Trainer of")),
        Column("account", pgettext_lazy("column", "Account")),
    )
    default_sort = "name"
    filters = PeopleFilter
    rows_template = "desk/people/list_rows.html"
    caption = pgettext_lazy("caption", "People")
    empty_title = pgettext_lazy("list", "Nobody is recorded yet")
    empty_text = pgettext_lazy("list", "Record a person, or invite somebody.")

    def __init__(self, request: Request, rows: PersonQuerySet) -> None:
        super().__init__(request, rows)
        self.viewer, self.today = request.viewer, request.at.date()

    def filter_form(self) -> FilterForm:
        """Without the choice of a Member for those who see only one."""
        form = super().filter_form()
        if self.viewer.is_project_team:
            offer(form, "member", [*ANY, *member_choices()])
        else:
            del form.fields["member"]
        return form

    def narrow(self, rows: QuerySet[Any], wanted: dict[str, Any]) -> QuerySet[Any]:
        """By words of the name, Member, role and topic."""
        rows = named(rows, wanted.get("name", ""))
        if member := wanted.get("member", ""):
            rows = working_for(rows, member, self.today)
        role = wanted.get("role", "")
        if role == Role.MASTER_TRAINER:
            rows = rows.filter(pk__in=master_trainers(self.today).values("pk"))
        elif role:
            rows = playing(rows, role, self.today)
        topic = wanted.get("topic", "")
        return holding(rows, topic, self.today) if topic else rows

    def load(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what the rows show."""
        return for_list(rows, self.today)


@open_to(TEAM, ADMINISTRATION)
@require_safe
def listing(request: Request) -> HttpResponse:
    """The people whom the viewer may open, by name."""
    page = PeopleList(request, persons_visible_to(request.viewer)).page()
    topics = topics_held((person.pk for person in page.rows), request.at.date())
    for person in page.rows:
        person.topics_now = topics.get(person.pk, [])
    context = {
        "page": page,
        "may_add": may_add(request.viewer),
        "may_invite": bool(roles_to_give(request.viewer)),
    }
    part = request.headers.get("HX-Request") and not request.headers.get("HX-Boosted")
    template = "kit/list_body.html" if part else "desk/people/list.html"
    return render(request, template, context)


def may_add(viewer: Viewer) -> bool:
    """The viewer may record a person."""
    return viewer.is_project_team or bool(viewer.members_as(*RECORD_KEEPERS))


@open_to(TEAM, ADMINISTRATION)
@require_safe
def person(request: Request, uuid: UUID) -> HttpResponse:
    """What is recorded on a person, and what the viewer may do about it."""
    return show(request, person_or_404(request, uuid))


def show(request: Request, found: Person, refused: str = "") -> HttpResponse:
    """The page of a person; with what was refused, and why (status 422)."""
    viewer, record = request.viewer, record_of(found)
    awards = awards_visible_to(viewer).filter(person=found)
    taught = trainings_visible_to(viewer).filter(latest=True, trainers__person=found)
    context = {
        "person": found,
        "refused": refused,
        "record": record,
        "open_consents": [row for row in record.consents if not row.withdrawn_at],
        "roles": [
            (row, row.until is None and may_give_role(viewer, row.role, row.member_id))
            for row in record.roles
        ],
        "awards": awards.select_related("topic", "member")
        .with_pause_on(request.at.date())
        .order_by("-valid_from"),
        "taught": taught.select_related("host").order_by("-starts_on", "-pk")[:6],
        "may_edit": may_edit(viewer, found),
        "may_erase": may_erase(viewer, found),
        "may_invite": may_invite(viewer, found),
        "may_give_role": bool(roles_to_give(viewer)) and found.pk != viewer.person_id,
        "may_award": may_award(viewer) and found.pk != viewer.person_id,
        "may_accredit": may_accredit(viewer) and found.pk != viewer.person_id,
        "accreditations": [
            (row, state_words(row, viewer)) for row in paths_of(found, viewer)
        ],
        "links": links_of(request, found),
    }
    status = 422 if refused else 200
    return render(request, "desk/people/person.html", context, status=status)


def links_of(request: Request, found: Person) -> list[Link]:
    """The person's path in their cohorts, and their page as a Master Trainer."""
    pages, names = pages_on(found, request.viewer), []
    if pages.path:
        names.append(("desk:path", pgettext("people", "Path in the cohorts")))
    if pages.trainer:
        names.append(("desk:trainer", pgettext("people", "As a Master Trainer")))
    uuid = {"uuid": found.uuid}
    return links_to(names, request.path, request.viewer, uuid)


@open_to(TEAM, RECORD_KEEPERS)
def new(request: Request) -> HttpResponse:
    """Record a person of one's own administration, or of any for the project team."""
    form = NewPersonForm(request.viewer, sent(request))
    if request.method == "POST" and form.is_valid():
        work = chosen_work(form.cleaned_data)
        facts = chosen_facts(form.cleaned_data, work.member)
        try:
            made = create_person(
                **facts, work=[work], by=acting(request), at=request.at
            )
        except PeopleRefused as error:
            say_why(form, error)
        else:
            messages.success(request, pgettext("message", "The person is recorded."))
            return redirect_to(made)
    title = pgettext("title", "New person")
    return form_page(request, "desk/people/form.html", {"form": form, "title": title})


def redirect_to(person: Person) -> HttpResponse:
    """To the page of a person."""
    return redirect("desk:person", uuid=person.uuid)


def chosen_work(data: dict[str, Any]) -> Work:
    """Where the person works, as the form says."""
    return Work(
        sector=data["sector"],
        member=member_of(data["member"]),
        organisation=data.get("organisation", ""),
        unit=data.get("unit", ""),
        post=data.get("post", ""),
        since=data.get("since"),
    )


def chosen_facts(data: dict[str, Any], member: Member | None) -> dict[str, Any]:
    """Who the person is, as the form says; the staff number only as a keyed hash."""
    code = member.code if member else ""
    return {
        "name": data["name"],
        "name_other_script": data["name_other_script"],
        "sex": data["sex"],
        "birth_year": data["birth_year"],
        "staff_hash": staff_hash(
            data["staff_number"], member=code, key=settings.PERSON_KEY
        ),
    }


@open_to(TEAM, RECORD_KEEPERS)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Correct who a person is."""
    found = editable_or_404(request, uuid)
    initial = {
        "name": found.name,
        "name_other_script": found.name_other_script,
        "sex": found.sex,
        "birth_year": found.birth_year,
    }
    form = FactsForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        last = found.affiliations.exclude(member=None).order_by("-since").first()
        facts = chosen_facts(form.cleaned_data, last.member if last else None)
        facts["staff_hash"] = facts["staff_hash"] or None
        try:
            edit_person(found, **facts, by=acting(request), at=request.at)
        except PeopleRefused as error:
            say_why(form, error)
        else:
            messages.success(request, pgettext("message", "The change is stored."))
            return redirect_to(found)
    context = {
        "form": form,
        "title": pgettext("title", "Correct the record"),
        "person": found,
    }
    return form_page(request, "desk/people/form.html", context)


@open_to(TEAM, RECORD_KEEPERS)
def erase(request: Request, uuid: UUID) -> HttpResponse:
    """Forget a person, after saying what goes and what stays."""
    found = person_or_404(request, uuid)
    if not may_erase(request.viewer, found):
        raise PermissionDenied
    if request.method == "POST":
        try:
            erase_person(found, by=acting(request), at=request.at)
        except PeopleRefused as error:
            return show(request, found, str(error.problems[0].message))
        messages.success(request, pgettext("message", "The person is forgotten."))
        return redirect("desk:people")
    return render(request, "desk/people/erase.html", {"person": found})
