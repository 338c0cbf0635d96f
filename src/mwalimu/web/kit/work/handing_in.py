"""Handing in: the form, the files, and what is said when it is not taken."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import pgettext

from mwalimu.people.models import Person
from mwalimu.programmes.models import Assignment, Submission
from mwalimu.programmes.operations.assignments import (
    HandedFile,
    WorkRefused,
    hand_in,
)
from mwalimu.shared.files import WORK, FileRefused, uploads
from mwalimu.web.kit.requests import Request, acting
from mwalimu.web.kit.uploads import chosen, owner_of, sent
from mwalimu.web.kit.work.forms import HandInForm, say_why


def purpose_of(assignment: Assignment, person: Person) -> str:
    """What the files of this form are for."""
    return f"assignment:{assignment.uuid}:{person.uuid.hex}"


def upload_context(
    request: Request, assignment: Assignment, person: Person, problems: Sequence[str]
) -> dict[str, Any]:
    """What kit/upload.html shows: what was sent already, limits, what is wrong."""
    purpose = purpose_of(assignment, person)
    return {
        "purpose": purpose,
        "sent": sent(request, purpose),
        "kinds": sorted(WORK),
        "most": uploads.MOST // 1_000_000,
        "at_once": settings.MAX_REQUEST // 1024**2,
        "file_errors": problems,
    }


def take(
    request: Request, assignment: Assignment, person: Person, form: HandInForm
) -> tuple[Submission | None, list[str]]:
    """Hand in what the form holds; or None, and what is wrong with the files.

    Files that came with the form are kept first: whatever else is wrong, nobody has to
    send them a second time.
    """
    purpose = purpose_of(assignment, person)
    wanted = chosen(request)
    problems = _keep_plain(request, purpose, wanted)
    found = uploads.whole(owner_of(request), purpose, wanted)
    if len(found) < len(set(wanted)):
        problems.append(
            pgettext(
                "problem",
                "A file is not here, or not whole: choose it again, or go on without.",
            )
        )
    if not form.is_valid() or problems:
        return None, problems
    try:
        done = hand_in(
            assignment,
            person=person,
            text=form.cleaned_data["text"],
            link=form.cleaned_data["link"],
            reason=form.cleaned_data.get("reason", ""),
            files=[HandedFile(name, file) for name, file in found],
            by=acting(request),
            at=request.at,
        )
    except WorkRefused as refused:
        if refused.field == "files":
            return None, [refused.message]
        say_why(form, refused)
        return None, []
    uploads.used(owner_of(request), wanted)
    return done, []


def _keep_plain(request: Request, purpose: str, wanted: list[UUID]) -> list[str]:
    """Keep what came with the form itself; what is wrong with which file."""
    problems = []
    for file in request.FILES.getlist("files"):
        name = file.name or ""
        try:
            row = uploads.keep(
                file,  # type: ignore[arg-type]
                owner=owner_of(request),
                purpose=purpose,
                name=name,
                kinds=WORK,
                at=request.at,
            )
        except FileRefused as refused:
            problems.append(f"{name}: {refused}")
        else:
            wanted.append(row.uuid)
    return problems
