"""The links of the header: only those that the viewer may follow."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse, translate_url
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.people.models import Role
from mwalimu.people.permissions import Viewer
from mwalimu.web.kit.access import classification, may_ask

Label = Promise | str


@dataclass(frozen=True)
class Link:
    """An entry of the navigation. `current` is a value of aria-current, or empty."""

    label: Label
    url: str
    current: str = ""


PUBLIC: tuple[tuple[str, Label], ...] = (
    ("public:home", pgettext_lazy("navigation", "Home")),
    ("public:programmes", pgettext_lazy("navigation", "Programmes")),
    ("public:figures", pgettext_lazy("navigation", "Figures")),
)
DESK: tuple[tuple[str, Label], ...] = (
    ("desk:home", pgettext_lazy("navigation", "Today")),
    ("desk:trainings", pgettext_lazy("navigation", "Trainings")),
    ("public:programmes", pgettext_lazy("navigation", "Programmes")),
    ("desk:figures", pgettext_lazy("navigation", "Figures")),
    ("desk:people", pgettext_lazy("navigation", "People")),
    ("desk:audit", pgettext_lazy("navigation", "Audit")),
    ("desk:outbox", pgettext_lazy("navigation", "Outbox")),
)
FIELD: tuple[tuple[str, Label], ...] = (
    ("field:home", pgettext_lazy("navigation", "Today")),
    ("field:trainings", pgettext_lazy("navigation", "My trainings")),
    ("public:programmes", pgettext_lazy("navigation", "Programmes")),
    ("public:figures", pgettext_lazy("navigation", "Figures")),
)


def face_of(viewer: Viewer) -> str:
    """Where somebody works: `public`, `desk`, or `field` for a Master Trainer alone."""
    if not viewer.is_signed_in:
        return "public"
    if viewer.roles and viewer.roles <= {Role.MASTER_TRAINER, Role.CANDIDATE}:
        return "field"
    return "desk"


def links(request: HttpRequest, viewer: Viewer) -> list[Link]:
    """The main navigation of this viewer, the current page marked."""
    entries = {"public": PUBLIC, "desk": DESK, "field": FIELD}[face_of(viewer)]
    found = [link_to(name, label, request.path, viewer) for name, label in entries]
    return [link for link in found if link]


def link_to(name: str, label: Label, path: str, viewer: Viewer) -> Link | None:
    """The link to an address, or None where the viewer may not go there."""
    try:
        url = reverse(name)
    except NoReverseMatch:
        return None
    allowed = classification(_view(url))
    if allowed is None or not may_ask(viewer, allowed):
        return None
    if path == url:
        return Link(label, url, "page")
    inside = not name.endswith(":home") and path.startswith(url)
    return Link(label, url, "true" if inside else "")


def _view(url: str) -> Callable[..., Any]:
    return resolve(url).func


def in_other_language(request: HttpRequest, language: str) -> str:
    """The address of this page in another language; its home where that fails."""
    path = request.get_full_path()
    try:
        resolve(request.path)
    except Resolver404:
        return f"/{language}/"
    if get_language() == language:
        return path
    return translate_url(path, language)
