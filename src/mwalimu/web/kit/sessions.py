"""Sessions in the reader's words."""

from typing import Any

from django.utils.translation import get_language

from mwalimu.programmes.models import Session
from mwalimu.shared.languages import in_language


def name_of(session: Session) -> str:
    """The title in the reader's language, or what kind of session it is, and where."""
    title = in_language(session.title or {}, (get_language() or "en",)).text
    if title:
        return title
    kind: Any = session.get_kind_display()
    name = str(kind).capitalize()
    return f"{name}, {session.city}" if session.city else name
