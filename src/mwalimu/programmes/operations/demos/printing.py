"""The minutes as a PDF, in their own language."""

import io
from datetime import date, datetime

from babel.dates import format_date
from django.utils.text import capfirst
from django.utils.translation import override, pgettext

from mwalimu.programmes.models import DemoCriterion, PanelMinutes
from mwalimu.shared.files import SCANS, discard, store
from mwalimu.shared.languages import in_language
from mwalimu.typesetting.content import Table
from mwalimu.typesetting.pdf import Document
from mwalimu.typesetting.pdf import minutes as typeset

LOCALES = {"en": "en_GB", "fr": "fr"}
LARGEST = 20_000_000


def keep_pdf(row: PanelMinutes, at: datetime) -> None:
    """Make the PDF anew, with the signatures that are there, and forget the one before."""
    content = typeset(document_of(row))
    before = row.pdf
    row.pdf = store(
        io.BytesIO(content), name="minutes.pdf", kinds=SCANS, most=LARGEST, at=at
    )
    row.save(update_fields=["pdf"])
    if before is not None and before.pk != row.pdf.pk:
        discard(before)


def document_of(row: PanelMinutes) -> Document:
    """What the minutes say on paper."""
    with override(row.language):
        return Document(
            title=pgettext("minutes", "Minutes of the panel"),
            subtitle=_session(row),
            language=row.language,
            paragraphs=[*_corrects(row), *filter(None, row.text.split("\n\n"))],
            tables=[_results(row), *_remarks(row)],
            signatures_heading=pgettext(
                "minutes", "Signed by the members of the panel"
            ),
            signatures=_signatures(row),
            footer=pgettext("minutes", "Minutes %(number)s, content %(hash)s")
            % {"number": str(row.uuid), "hash": row.content_hash[:16]},
            note=_note(row),
        )


def _note(row: PanelMinutes) -> str:
    """Synthetic people are said to be so inside the document."""
    if not row.results.filter(candidate__synthetic=True).exists():
        return ""
    return pgettext("minutes", "SPECIMEN: synthetic data, no real person")


def _session(row: PanelMinutes) -> str:
    session = row.session
    title = in_language(session.title or {}, (row.language,)).text
    starts = session.starts
    parts = [
        in_language(session.programme.names, (row.language,)).text,
        title,
        session.city,
        _day(starts.first, row.language) if starts else "",
    ]
    return " · ".join(part for part in parts if part)


def _corrects(row: PanelMinutes) -> list[str]:
    if row.corrects is None or row.corrects.closed_at is None:
        return []
    text = pgettext(
        "minutes",
        "These minutes correct those numbered %(number)s, closed on %(day)s, which stay as"
        " they were signed.",
    )
    day = _day(row.corrects.closed_at.date(), row.language)
    return [text % {"number": row.corrects.uuid, "day": day}]


def _results(row: PanelMinutes) -> Table:
    results = row.results.select_related("candidate", "topic")
    return Table(
        pgettext("minutes", "Agreed results, on a scale from 1 to 5"),
        [
            pgettext("minutes", "WG member"),
            pgettext("minutes", "Topic"),
            *(capfirst(str(label)) for label in DemoCriterion.labels),
        ],
        [
            [
                each.candidate.name,
                in_language(each.topic.names, (row.language,)).text,
                *(str(figure) for figure in (each.skill, each.expertise, each.content)),
            ]
            for each in results.order_by("candidate__name", "topic__position")
        ],
    )


def _remarks(row: PanelMinutes) -> list[Table]:
    rows = row.results.exclude(remarks="").select_related("candidate")
    found = [[each.candidate.name, each.remarks] for each in rows]
    if not found:
        return []
    headings = [pgettext("minutes", "WG member"), pgettext("minutes", "Remarks")]
    return [Table(pgettext("minutes", "Remarks of the panel"), headings, found)]


def _signatures(row: PanelMinutes) -> list[tuple[str, str]]:
    text = pgettext(
        "minutes", "signed on %(day)s at %(hour)s UTC with their own sign-in"
    )
    return [
        (
            f"{each.person.name}, {each.organisation}",
            text
            % {
                "day": _day(each.signed_at.date(), row.language),
                "hour": each.signed_at.strftime("%H:%M"),
            }
            if each.signed_at
            else "",
        )
        for each in row.panel.select_related("person").order_by("organisation", "pk")
    ]


def _day(when: date, language: str) -> str:
    return format_date(when, "d MMMM y", LOCALES.get(language, "en_GB"))
