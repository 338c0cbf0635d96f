"""The first page of this face."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mwalimu.web.kit.access import SIGNED_IN, open_to


@open_to(SIGNED_IN)
def home(request: HttpRequest) -> HttpResponse:
    """What needs the reader now."""
    return render(request, "kit/base.html")
