"""The first page of this face."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mwalimu.web.kit.access import EVERYBODY, open_to


@open_to(EVERYBODY)
def home(request: HttpRequest) -> HttpResponse:
    """What needs the reader now."""
    return render(request, "kit/base.html")
