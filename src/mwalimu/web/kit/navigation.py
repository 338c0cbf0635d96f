"""The links of the header: only those that the viewer may follow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import (
    NoReverseMatch,
    URLPattern,
    URLResolver,
    get_resolver,
    reverse,
)
from django.utils.functional import Promise
from django.utils.translation import get_language, override, pgettext_lazy

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
    ("public:pool", pgettext_lazy("navigation", "Master Trainers")),
    ("public:figures", pgettext_lazy("navigation", "Figures")),
)
DESK: tuple[tuple[str, Label], ...] = (
    ("desk:home", pgettext_lazy("navigation", "Today")),
    ("desk:cohorts", pgettext_lazy("navigation", "Cohorts")),
    ("desk:sessions", pgettext_lazy("navigation", "Sessions")),
    ("desk:trainings", pgettext_lazy("navigation", "Trainings")),
    ("desk:pool", pgettext_lazy("navigation", "Master Trainers")),
    ("desk:figures", pgettext_lazy("navigation", "Figures")),
    ("desk:people", pgettext_lazy("navigation", "People")),
)
DESK_MORE: tuple[tuple[str, Label], ...] = (
    ("public:programmes", pgettext_lazy("navigation", "Programmes")),
    ("desk:programmes", pgettext_lazy("navigation", "Running the programmes")),
    ("desk:boards", pgettext_lazy("navigation", "Board of all cohorts")),
    ("desk:nominations", pgettext_lazy("navigation", "Nominations")),
    ("desk:letters", pgettext_lazy("navigation", "Letters")),
    ("desk:standards", pgettext_lazy("navigation", "Standards")),
    ("desk:question_sets", pgettext_lazy("navigation", "Forms")),
    ("desk:accreditation", pgettext_lazy("navigation", "Accreditation")),
    ("desk:reminders", pgettext_lazy("navigation", "Reminders")),
    ("desk:audit", pgettext_lazy("navigation", "Audit")),
    ("desk:outbox", pgettext_lazy("navigation", "Outbox")),
)
FIELD: tuple[tuple[str, Label], ...] = (
    ("field:home", pgettext_lazy("navigation", "Today")),
    ("field:path", pgettext_lazy("navigation", "My path")),
    ("field:assignments", pgettext_lazy("navigation", "Assignments")),
    ("field:sessions", pgettext_lazy("navigation", "My sessions")),
    ("field:scoring", pgettext_lazy("navigation", "Scoring")),
    ("field:trainings", pgettext_lazy("navigation", "My trainings")),
)
FIELD_MORE: tuple[tuple[str, Label], ...] = (
    ("field:profile", pgettext_lazy("navigation", "My profile")),
    ("desk:reminders", pgettext_lazy("navigation", "Reminders")),
    ("public:programmes", pgettext_lazy("navigation", "Programmes")),
    ("public:figures", pgettext_lazy("navigation", "Figures")),
)
MAIN = {"public": PUBLIC, "desk": DESK, "field": FIELD}
MORE = {"desk": DESK_MORE, "field": FIELD_MORE}


def face_of(viewer: Viewer) -> str:
    """Where somebody works: `public`, `desk`, or `field` for those who only take part:
    WG members, Master Trainers and assessors.
    """
    if not viewer.is_signed_in:
        return "public"
    return "field" if viewer.works_in_the_field else "desk"


def links(request: HttpRequest, viewer: Viewer) -> list[Link]:
    """The main navigation of this viewer, the current page marked."""
    return links_to(MAIN[face_of(viewer)], request.path, viewer)


def more_links(request: HttpRequest, viewer: Viewer) -> list[Link]:
    """What stands behind "More": asked for less often."""
    return links_to(MORE.get(face_of(viewer), ()), request.path, viewer)


def links_to(
    entries: Iterable[tuple[str, Label]],
    path: str,
    viewer: Viewer,
    kwargs: dict[str, Any] | None = None,
) -> list[Link]:
    """Those of the addresses that exist and that the viewer may ask for."""
    found = [link_to(name, label, path, viewer, kwargs) for name, label in entries]
    return [link for link in found if link]


def link_to(
    name: str,
    label: Label,
    path: str,
    viewer: Viewer,
    kwargs: dict[str, Any] | None = None,
) -> Link | None:
    """The link to an address, or None where the viewer may not go there."""
    try:
        url = reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return None
    allowed = _classes().get(name)
    if allowed is None or not may_ask(viewer, allowed):
        return None
    if path == url:
        return Link(label, url, "page")
    inside = not kwargs and not name.endswith(":home") and path.startswith(url)
    return Link(label, url, "true" if inside else "")


@cache
def _classes() -> dict[str, frozenset[str] | None]:
    """Who may ask for each address, by its name; the code says so once and for all."""
    return dict(_classified(get_resolver(), ""))


def _classified(
    resolver: URLResolver, prefix: str
) -> Iterator[tuple[str, frozenset[str] | None]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", classification(entry.callback)
        else:
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from _classified(entry, space)


def in_other_language(request: HttpRequest, language: str) -> str:
    """The address of this page in another language; its home where that fails."""
    match, path = request.resolver_match, request.get_full_path()
    if match is None:
        return f"/{language}/"
    if get_language() == language:
        return path
    with override(language):
        there = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    _path, mark, query = path.partition("?")
    return f"{there}{mark}{query}"
