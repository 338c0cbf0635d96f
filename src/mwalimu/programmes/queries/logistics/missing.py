"""What is still missing of each Member, in its language, for a mail."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, override, pgettext

from mwalimu.programmes.engine.logistics import (
    ARRIVAL,
    NOMINEE,
    PASSPORT,
    VISA,
    WAITING,
)
from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.letters import letter_language
from mwalimu.programmes.queries.logistics.board import Board, Row
from mwalimu.programmes.queries.logistics.travellers import Part
from mwalimu.programmes.queries.logistics.wording import LABELS
from mwalimu.reference.models import Member
from mwalimu.shared.languages import in_language

ASKED_OF_MEMBERS = (NOMINEE, PASSPORT, VISA, ARRIVAL)
LOCALES = {"en": "en_GB", "fr": "fr"}


@dataclass(frozen=True)
class Missing:
    """A text to copy into a mail to an administration, and how many points it has."""

    member: Member
    language: str
    text: str
    points: int


def missing_by_member(board: Board, steps: Collection[str]) -> list[Missing]:
    """For each Member of whom something waits: what, of whom, by when."""
    members = {
        row.who.member.pk: row.who.member for row in board.rows if row.who.member
    }
    members |= {v.seat.member.pk: v.seat.member for v in board.vacancies}
    found = []
    for member in sorted(members.values(), key=lambda member: member.code):
        language = letter_language(member)
        with override(language):
            lines = [*_people(board, member, steps), *_seats(board, member, steps)]
            if lines:
                text = "\n".join([_opening(board.session, language), "", *lines])
                found.append(Missing(member, language, text, len(lines)))
    return found


def _opening(session: Session, language: str) -> str:
    title = in_language(session.title or {}, (language,)).text
    name = title or str(session.get_kind_display())
    starts = session.starts
    about = [name, session.city]
    if starts is not None and starts.precision == "day":
        about.append(_day(starts.first))
    text = pgettext("missing: mail", "For %(session)s we still need:")
    return text % {"session": ", ".join(part for part in about if part)}


def _people(board: Board, member: Member, steps: Collection[str]) -> Iterator[str]:
    for row in board.rows:
        if row.who.member_key != member.pk or row.who.part == Part.FORMER:
            continue
        if wanted := ", ".join(_wanted(board, row, steps)):
            text = pgettext("missing: mail", "- %(person)s: %(wanted)s")
            yield text % {"person": row.who.name, "wanted": wanted}


def _wanted(board: Board, row: Row, steps: Collection[str]) -> Iterator[str]:
    for column, cell in zip(board.columns, row.cells, strict=True):
        if cell and column.step in steps and cell.state in WAITING:
            yield _by(str(LABELS[column.step]), board, column.step)


def _seats(board: Board, member: Member, steps: Collection[str]) -> Iterator[str]:
    if NOMINEE not in steps:
        return
    for vacancy in board.vacancies:
        if vacancy.seat.member_id == member.pk:
            text = pgettext(
                "missing: mail", "- the name of an officer, %(topic)s, seat %(number)s"
            )
            topic = str(vacancy.seat.topic.name(get_language() or "en"))
            line = text % {"topic": topic, "number": vacancy.seat.number}
            yield _by(line, board, NOMINEE)


def _by(text: str, board: Board, step: str) -> str:
    """The text, with the day by which it is due where that is known."""
    column = next(column for column in board.columns if column.step == step)
    if column.due is None:
        return text
    both = pgettext("missing: mail", "%(what)s (by %(day)s)")
    return both % {"what": text, "day": _day(column.due)}


def _day(day: date) -> str:
    return format_date(day, "d MMMM y", LOCALES.get(get_language() or "", "en_GB"))
