"""Figures for everybody: small groups hidden, no way to persons."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mwalimu.web.kit.access import EVERYBODY, open_to
from mwalimu.web.kit.figures import Face, figures_page

FACE = Face(page="public:figures")


@open_to(EVERYBODY)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """A figure, cut and filtered."""
    return figures_page(request, FACE)
