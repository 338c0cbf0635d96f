"""The report of a session, part by part, in the language in force.

Filled from the records and from nothing else: what is not recorded says so.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from babel import Locale, UnknownLocaleError
from django.utils.text import capfirst
from django.utils.translation import get_language, npgettext, pgettext

from mwalimu.people.permissions import OPERATOR
from mwalimu.programmes.models import Mode, Session
from mwalimu.programmes.queries.outputs import Outputs, outputs_of
from mwalimu.programmes.queries.outputs.sections import output_sections
from mwalimu.programmes.queries.reports.evaluation import after_the_session
from mwalimu.programmes.queries.reports.people import participants
from mwalimu.programmes.queries.reports.wording import (
    days_text,
    locale,
    long_day,
    name_in_force,
    nothing,
    or_unknown,
)
from mwalimu.programmes.queries.sessions.agenda import (
    AgendaDay,
    agenda_of,
    experts_of,
    papers_of_participants,
)
from mwalimu.programmes.queries.sessions.listing import LONG_AGO
from mwalimu.shared.languages import in_language
from mwalimu.typesetting.content import Table
from mwalimu.typesetting.word import Section


def report_sections(session: Session, *, with_names: bool) -> list[Section]:
    """Everything that the records say of a session, for the project team to hand on.

    Issues that an administration did not share are counted and not printed. `with_names`
    also names those who took part and who own tasks; for the host alone.
    """
    found = outputs_of(OPERATOR, session, session.starts_on or LONG_AGO)
    return [
        Section(pgettext("report", "Session"), [], [_facts(session)]),
        _agenda(session),
        _experts(session),
        *participants(session, with_names),
        _papers(session),
        *_outputs(found, with_names),
        *_closing(session),
    ]


def _facts(session: Session) -> Table:
    title = in_language(session.title or {}, (get_language() or "en",)).text
    kind = capfirst(str(session.get_kind_display()))
    mode = "" if session.mode == Mode.NOT_RECORDED else session.get_mode_display()
    rows = [
        (pgettext("report", "Title"), title or kind),
        (pgettext("report", "Kind"), kind),
        (pgettext("report", "Programme"), name_in_force(session.programme)),
        (pgettext("report", "Cohorts"), _names(session.cohorts.all())),
        (pgettext("report", "Stages"), ", ".join(_codes(session.stages.all()))),
        (pgettext("report", "Topics"), _names(session.topics.all())),
        (pgettext("report", "Dates"), days_text(session.starts, session.ends)),
        (pgettext("report", "Place"), _place(session)),
        (pgettext("report", "Mode"), str(mode)),
        (pgettext("report", "Language"), _language(session.language)),
        (pgettext("report", "Host"), name_in_force(session.host)),
        (pgettext("report", "Partners"), _names(session.partners.all())),
        (
            pgettext("report", "Participants as reported"),
            "" if session.participants is None else str(session.participants),
        ),
    ]
    return Table(
        pgettext("report", "What is known of the session"),
        [pgettext("column", "What"), pgettext("column", "As recorded")],
        [[label, or_unknown(text)] for label, text in rows],
    )


def _names(rows: Iterable[Any]) -> str:
    return ", ".join(sorted(name_in_force(row) for row in rows))


def _codes(stages: Iterable[Any]) -> list[str]:
    return [stage.code for stage in stages]


def _place(session: Session) -> str:
    parts = [session.city, session.place_note]
    if session.mode == Mode.ONLINE:
        parts.append(str(Mode.ONLINE.label))
    return ", ".join(part for part in parts if part)


def _language(code: str) -> str:
    """The name of a language in the language in force; the code where it has none."""
    if not code:
        return ""
    try:
        return Locale.parse(code, sep="-").get_language_name(locale()) or code
    except (UnknownLocaleError, ValueError):
        return code


def _agenda(session: Session) -> Section:
    days = [day for day in agenda_of(session) if day.items]
    return Section(
        pgettext("report", "Agenda"),
        [] if days else [nothing()],
        [_day(day) for day in days],
    )


def _day(day: AgendaDay) -> Table:
    return Table(
        long_day(day.day.day),
        [
            pgettext("column", "Time"),
            pgettext("column", "What"),
            pgettext("column", "Kind"),
            pgettext("column", "Who"),
        ],
        [
            [
                f"{item.starts_at:%H:%M}–{item.ends_at:%H:%M}"
                if item.ends_at
                else f"{item.starts_at:%H:%M}",
                item.title,
                str(item.get_kind_display()),
                item.speaker,
            ]
            for item in day.items
        ],
    )


def _experts(session: Session) -> Section:
    rows = [row for row in experts_of(session) if row.called]
    table = Table(
        pgettext("report", "Who taught or advised"),
        [
            pgettext("column", "Name"),
            pgettext("column", "Organisation"),
            pgettext("column", "Part"),
        ],
        [[row.called, or_unknown(row.organisation), row.part] for row in rows],
    )
    heading = pgettext("report", "Experts")
    return Section(heading, [] if rows else [nothing()], [table] if rows else [])


def _papers(session: Session) -> Section:
    rows = papers_of_participants(session)
    table = Table(
        pgettext("report", "Papers that those who took part received"),
        [pgettext("column", "Title"), pgettext("column", "Language")],
        [[row.title, or_unknown(_language(row.language))] for row in rows],
    )
    heading = pgettext("report", "Papers")
    return Section(heading, [] if rows else [nothing()], [table] if rows else [])


def _outputs(found: Outputs, with_names: bool) -> list[Section]:
    """Issues that are shared; tasks with the Member, and the person for the host alone."""
    shared = tuple(row for row in found.issues if row.shared)
    kept = len(found.issues) - len(shared)
    if not with_names:
        plan = tuple(replace(line, name="") for line in found.plan)
        carried = tuple(replace(line, name="") for line in found.carried)
        found = replace(found, plan=plan, carried=carried)
    issues, *others = output_sections(replace(found, issues=shared))
    if kept:
        text = npgettext(
            "report",
            "%(count)d more issue is kept by its administration.",
            "%(count)d more issues are kept by their administrations.",
            kept,
        )
        said = [] if not shared else list(issues.paragraphs)
        issues = replace(issues, paragraphs=[*said, text % {"count": kept}])
    return [issues, *others]


def _closing(session: Session) -> list[Section]:
    """The evaluation and the decisions; that nothing is recorded where nothing is."""
    found = after_the_session(session)
    if found:
        return found
    heading = pgettext("report", "Evaluation and decisions")
    return [Section(heading, [nothing()])]
