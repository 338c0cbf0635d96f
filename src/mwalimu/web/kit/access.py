"""Which roles may ask for an address. A view that does not say so answers nobody.

The decorator `open_to` is the only way to say it; `ViewerMiddleware` enforces it and
tests/web/test_access_matrix.py walks every address as every role.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from mwalimu.people.models import Role
from mwalimu.people.permissions import GIVES_ROLES, Viewer

EVERYBODY = frozenset({"everybody"})
SIGNED_IN = frozenset({"signed_in"})
TEAM = frozenset({Role.PROJECT_TEAM.value})
COORDINATORS = frozenset({Role.COORDINATOR.value, Role.DEPUTY_COORDINATOR.value})
RECORD_KEEPERS = COORDINATORS | {Role.REGISTRAR.value}
HEADS = frozenset({Role.HEAD_OF_CUSTOMS.value})
ADMINISTRATION = RECORD_KEEPERS | HEADS
ROLE_GIVERS = frozenset(str(role) for role in GIVES_ROLES)
TRAINERS = frozenset({Role.MASTER_TRAINER.value})
CANDIDATES = frozenset({Role.CANDIDATE.value})
ASSESSORS = frozenset({Role.ASSESSOR.value})
HOSTS = frozenset({Role.HOST_ORGANISER.value})
READERS = frozenset({Role.READER.value, Role.REGIONAL_OFFICE.value})

View = TypeVar("View", bound=Callable[..., Any])


def open_to(*classes: frozenset[str]) -> Callable[[View], View]:
    """Classify a view: it answers whoever plays one of these roles, and nobody else."""
    allowed: frozenset[str] = frozenset().union(*classes)

    def classify(view: View) -> View:
        view.open_to = allowed  # type: ignore[attr-defined]
        return view

    return classify


def also_takes(*methods: str) -> Callable[[View], View]:
    """A view takes these methods besides GET and POST."""

    def note(view: View) -> View:
        view.also_takes = methods  # type: ignore[attr-defined]
        return view

    return note


def classification(view: Callable[..., Any]) -> frozenset[str] | None:
    """The roles that a view answers; None where nobody has classified it."""
    if getattr(view, "__module__", "").startswith("allauth."):
        return EVERYBODY  # allauth asks for a sign-in itself where it needs one
    return getattr(view, "open_to", None)


def may_ask(viewer: Viewer, allowed: frozenset[str]) -> bool:
    """Whether a viewer may ask for a view of that classification."""
    if allowed & EVERYBODY:
        return True
    if not viewer.is_signed_in:
        return False
    return bool(allowed & SIGNED_IN) or bool(allowed & viewer.roles)
