"""The report as a Word file, in its own language."""

from datetime import datetime

from django.utils.translation import override, pgettext

from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.reports import report_sections
from mwalimu.programmes.queries.reports.wording import (
    days_text,
    name_in_force,
    short_day,
)
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.programmes.queries.sessions.synthetic import has_synthetic_people
from mwalimu.shared.languages import in_language
from mwalimu.typesetting.word import report


def word_of(
    session: Session, *, language: str, number: int, with_names: bool, at: datetime
) -> bytes:
    """The bytes of a .docx, filled from the records as they are now."""
    with override(language):
        title = in_language(session.title or {}, (language,)).text
        subtitle = [
            title or str(session.get_kind_display()),
            name_in_force(session.programme),
            session.city,
            days_text(session.starts, session.ends),
        ]
        return report(
            pgettext("report", "Report of the session"),
            " · ".join(part for part in subtitle if part),
            report_sections(session, with_names=with_names),
            note=_note(session),
            footer=_footer(session, number, at),
            language=language,
        )


def _note(session: Session) -> str:
    """Synthetic people are said to be so inside the document."""
    if not has_synthetic_people(session):
        return ""
    return pgettext("minutes", "SPECIMEN: synthetic data, no real person")


def _footer(session: Session, number: int, at: datetime) -> str:
    day = today_at(session, at)
    text = pgettext("report", "Version %(number)s, filled from the records on %(day)s")
    return text % {"number": number, "day": f"{short_day(day)} {day.year}"}
