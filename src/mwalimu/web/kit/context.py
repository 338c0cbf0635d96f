"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_info

from mwalimu.people.permissions import PUBLIC
from mwalimu.web.kit.navigation import face_of, in_other_language, links, more_links

THEMES = ("light", "dark")


def page(request: HttpRequest) -> dict[str, Any]:
    """The viewer, the navigation, the languages, the demo, the stored theme."""
    viewer = getattr(request, "viewer", None) or PUBLIC
    theme = request.COOKIES.get("theme", "")
    return {
        "viewer": viewer,
        "face": SimpleLazyObject(lambda: face_of(viewer)),
        "navigation": SimpleLazyObject(lambda: links(request, viewer)),
        "more": SimpleLazyObject(lambda: more_links(request, viewer)),
        "demo": settings.DEMO,
        "languages": SimpleLazyObject(lambda: languages(request)),
        "theme": theme if theme in THEMES else "",
        "my_data": SimpleLazyObject(lambda: reverse("desk:my_data")),
    }


def languages(request: HttpRequest) -> list[dict[str, Any]]:
    """The languages offered, each with this page's address and its own name."""
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "url": in_other_language(request, code),
            "current": code == get_language(),
        }
        for code, _name in settings.LANGUAGES
    ]
