"""The first page of this face."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mwalimu.web.kit.access import EVERYBODY, open_to


@open_to(EVERYBODY)
def home(request: HttpRequest) -> HttpResponse:
    """What the programme is, its figures, what took place and what comes next."""
    return render(request, "public/home.html")


@open_to(EVERYBODY)
def about_demo(request: HttpRequest) -> HttpResponse:
    """What is real in the demonstration and what is synthetic."""
    return render(request, "public/about_demo.html")
