"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """The viewer, whether this is the demo, and the languages offered."""
    return {
        "viewer": getattr(request, "viewer", None),
        "demo": settings.DEMO,
        "languages": settings.LANGUAGES,
    }
