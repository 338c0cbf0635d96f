"""Texts of letters, what fills them, and the letters that stand."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Cohort,
    Holding,
    Letter,
    LetterKind,
    LetterLayout,
    LetterText,
    Session,
)
from mwalimu.programmes.permissions import (
    cohorts_visible_to,
    letters_visible_to,
    may_edit,
    workspaces_visible_to,
)
from mwalimu.programmes.queries.sessions.expected import seat_holders_at
from mwalimu.programmes.querysets import LetterQuerySet
from mwalimu.reference.models import Member

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "letters"
LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Text:
    """Subject and body of a kind of letter; `own`: the team changed them."""

    kind: str
    language: str
    subject: str
    body: str
    own: bool = False


@cache
def shipped_text(kind: str, language: str) -> Text:
    """The text that comes with the product. `kind` is a `LetterKind`."""
    path = SHIPPED / f"{LetterKind(kind).value}.{language}.txt"
    subject, _, body = path.read_text(encoding="utf-8").partition("\n")
    return Text(kind, language, subject.strip(), body.strip())


def text_of(kind: str, language: str) -> Text:
    """The text in use: the project team's own, or the shipped one."""
    row = LetterText.objects.filter(kind=kind, language=language).first()
    if row is None:
        return shipped_text(kind, language)
    return Text(kind, language, row.subject, row.body, own=True)


def all_texts() -> list[Text]:
    """Every kind in every language, in one query."""
    own = {(row.kind, row.language): row for row in LetterText.objects.all()}
    found = []
    for kind in LetterKind.values:
        for language in LANGUAGES:
            row = own.get((kind, language))
            found.append(
                Text(kind, language, row.subject, row.body, own=True)
                if row
                else shipped_text(kind, language)
            )
    return found


def letter_language(member: Member) -> str:
    """The language in which a Member is written to: its first that has texts."""
    return next((code for code in member.languages if code in LANGUAGES), "en")


def layout_in_use() -> LetterLayout | None:
    """The newest Word layout that the team uploaded."""
    return LetterLayout.objects.select_related("file").order_by("-pk").first()


def listed(viewer: Viewer) -> LetterQuerySet:
    """Letters for a list, with what it shows of them."""
    return letters_visible_to(viewer).select_related("member", "cohort", "session")


def members_with_letters(letters: LetterQuerySet) -> QuerySet[Member]:
    """The Members to and from which these letters went."""
    return Member.objects.filter(pk__in=letters.order_by().values("member"))


def letter_at(viewer: Viewer, uuid: UUID) -> Letter | None:
    """A letter that the viewer may read, with all that its page shows."""
    rows = letters_visible_to(viewer).select_related(
        "member", "cohort__programme", "session", "person", "file", "answers"
    )
    return rows.filter(uuid=uuid).first()


def replies(letter: Letter, viewer: Viewer) -> LetterQuerySet:
    """Letters in that answer it, the newest first."""
    rows: LetterQuerySet = letters_visible_to(viewer).filter(answers=letter)
    return rows.order_by("-received_on", "-pk")


def letters_of(viewer: Viewer, **about: Cohort | Session) -> LetterQuerySet:
    """Letters about a cohort or a session that the viewer may read, newest first."""
    rows: LetterQuerySet = listed(viewer).filter(**about)
    return rows.order_by("-created_at", "-pk")


def overdue(viewer: Viewer, on: date) -> LetterQuerySet:
    """Letters whose answer was due before a day and has not come."""
    rows: LetterQuerySet = letters_visible_to(viewer).unanswered()
    return rows.filter(answer_by__lt=on)


def to_answer(viewer: Viewer) -> Any:
    """Issued letters that a letter in can answer, for a list to choose from."""
    rows = letters_visible_to(viewer).standing().filter(direction="out")
    return rows.select_related("member").order_by("-issued_at", "-pk")


def cohort_at(viewer: Viewer, code: str) -> Cohort | None:
    """The cohort with that code, if the viewer may open it."""
    rows = cohorts_visible_to(viewer).select_related("programme")
    return rows.filter(code=code).first()


def session_at(viewer: Viewer, uuid: UUID) -> Session | None:
    """The session with that public id, if the viewer may open it."""
    found: Session | None = (
        workspaces_visible_to(viewer)
        .select_related("programme", "host", "group")
        .filter(uuid=uuid)
        .first()
    )
    return found


def invited(session: Session) -> dict[int, list[Person]]:
    """For each Member (primary key) the holders of its seats whom a session is for."""
    found: dict[int, list[Person]] = {}
    for row in seat_holders_at(session):
        if row.member is not None:
            found.setdefault(row.member.pk, []).append(row.person)
    return found


def members_written_to(about: Cohort | Session) -> list[Member]:
    """The Members of a cohort, or of all cohorts of a session, to choose from."""
    if isinstance(about, Cohort):
        return list(about.members.all())
    rows = Member.objects.filter(pk__in=invited(about)) | about.members.all()
    return list(rows.distinct())


def person_at(viewer: Viewer, text: str) -> Person | None:
    """A seat holder whom a letter is about, by public id, for the project team."""
    if not may_edit(viewer):
        return None
    try:
        uuid = UUID(text)
    except ValueError:
        return None
    held = Holding.objects.values("person")
    return Person.objects.filter(uuid=uuid, pk__in=held).first()


def letters_held(person: Person) -> list[dict[str, Any]]:
    """The letters about a person that stand, for themselves, as plain data."""
    rows = Letter.objects.standing().filter(person=person)
    return [
        {
            "uuid": str(row.uuid),
            "direction": row.direction,
            "kind": row.kind,
            "number": row.number,
            "dated_on": row.dated_on and row.dated_on.isoformat(),
            "decision": row.decision,
            "subject": row.subject,
            "text": row.body,
        }
        for row in rows.order_by("pk")
    ]


def written_before(at: datetime) -> LetterQuerySet:
    """Letters issued or received before an instant whose words or file are still kept."""
    old = Q(issued_at__lt=at) | Q(received_on__lt=at.date())
    kept = ~Q(subject="", body="", file=None)
    return Letter.objects.filter(old, kept)
