"""The first page of the public, and what the demonstration is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.web.kit.access import EVERYBODY, open_to
from mwalimu.web.kit.caching import public_for
from mwalimu.web.kit.requests import Request
from mwalimu.web.public.home.page import home_page


@open_to(EVERYBODY)
@require_safe
@public_for()
def home(request: Request) -> HttpResponse:
    """What the programme is, its figures, what took place and what comes next."""
    viewer, at = request.viewer, request.at
    page = home_page(viewer, at, get_language() or "en")
    return render(request, "public/home.html", {"page": page})


@open_to(EVERYBODY)
@require_safe
@public_for()
def about_demo(request: Request) -> HttpResponse:
    """What is real in the demonstration and what is synthetic."""
    return render(request, "public/about_demo.html")
