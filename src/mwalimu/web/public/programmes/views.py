"""The list of programmes, and the page of one."""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.programmes.permissions import may_edit, visible_to
from mwalimu.programmes.queries.listing import (
    activities_of_projects,
    code_spelt,
    programmes_for_list,
)
from mwalimu.programmes.queries.page import programme_page, scope_of
from mwalimu.web.kit.access import EVERYBODY, open_to
from mwalimu.web.kit.caching import public_for
from mwalimu.web.kit.requests import Request
from mwalimu.web.public.programmes import cards
from mwalimu.web.public.programmes.figures import figures_of
from mwalimu.web.public.programmes.timeline import drawing_of, entries_of


@open_to(EVERYBODY)
@require_safe
@public_for()
def programmes(request: Request) -> HttpResponse:
    """Every programme that the viewer may open, and what the project does besides."""
    language = get_language() or "en"
    rows = programmes_for_list(request.viewer)
    context = {
        "groups": cards.by_status(rows, language),
        "activities": activities_of_projects(request.viewer),
        "may_edit": may_edit(request.viewer),
    }
    return render(request, "public/programmes.html", context)


@open_to(EVERYBODY)
@require_safe
@public_for()
def programme(request: Request, slug: str) -> HttpResponse:
    """What a programme is, what took place in it, and who takes part."""
    page = programme_page(request.viewer, slug)
    if page is None:
        return to_the_right_code(request, slug, "public:programme")
    language, today = get_language() or "en", request.at.date()
    context = {
        "page": page,
        "programme": page.programme,
        "entries": entries_of(page, language, today),
        "chart": drawing_of(page, language),
        "members": cards.memberships(page, language),
        "anybody_left": any(row.left for row in page.memberships),
        "cohorts": cards.cohorts(page, language, today),
        "groups": cards.groups(page, language),
        "may_edit": may_edit(request.viewer),
    }
    return render(request, "public/programme.html", context)


@open_to(EVERYBODY)
@require_safe
@public_for()
def figures(request: Request, slug: str) -> HttpResponse:
    """The figures of a programme; a part of its page where JavaScript asks for it."""
    programme = visible_to(request.viewer).filter(code=slug).first()
    if programme is None:
        return to_the_right_code(request, slug, "public:programme_figures")
    part = bool(request.headers.get("HX-Request"))
    context = {
        "programme": programme,
        "figures": figures_of(
            scope_of(programme), request.viewer, get_language() or "en"
        ),
    }
    name = "programme_figures_part" if part else "programme_figures"
    response = render(request, f"public/{name}.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def to_the_right_code(request: Request, slug: str, name: str) -> HttpResponse:
    """To the programme whose code differs in capitals only; else nothing is there."""
    code = code_spelt(request.viewer, slug)
    if code is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse(name, kwargs={"slug": code}))
