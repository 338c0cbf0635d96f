"""Figures for those who work with them: every number opens into its rows."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mwalimu.web.kit.access import ADMINISTRATION, READERS, TEAM, open_to
from mwalimu.web.kit.figures import Face, figures_page, rows_page

FACE = Face(page="desk:figures", rows="desk:figure_rows", public=False)


@open_to(TEAM, READERS, ADMINISTRATION)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """A figure, cut and filtered."""
    return figures_page(request, FACE)


@open_to(TEAM, READERS, ADMINISTRATION)
@require_safe
def figure_rows(request: HttpRequest) -> HttpResponse:
    """The dated records behind a number."""
    return rows_page(request, FACE)
