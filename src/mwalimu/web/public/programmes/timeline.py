"""What took place in a programme, in order of time."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import pgettext

from mwalimu.drawing import Drawing, Event, Words, timeline
from mwalimu.programmes.engine.stages import read_stage, stage_names
from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.page import Happening, ProgrammePage
from mwalimu.reference.models import Member
from mwalimu.shared.languages import Wording, in_language
from mwalimu.web.kit import writing
from mwalimu.web.public.programmes.cards import in_order


@dataclass(frozen=True)
class Entry:
    """One event as the page shows it."""

    happening: Happening
    title: Wording
    members: list[Member]
    past: bool
    anchor: str

    @property
    def event(self) -> object:
        """The session or activity."""
        return self.happening.event


def entries_of(page: ProgrammePage, language: str, today: date) -> list[Entry]:
    """Oldest first; what has no date comes last."""
    return [
        Entry(
            happening=each,
            title=title_of(each, language),
            members=in_order(each.members, language),
            past=_is_past(each, today),
            anchor=anchor_of(each),
        )
        for each in page.happenings
    ]


def anchor_of(happening: Happening) -> str:
    """The name of the event within the page."""
    return f"event-{happening.event.uuid}"


def title_of(happening: Happening, language: str) -> Wording:
    """Its own title; else the steps it stands for; else what kind of event it is."""
    event = happening.event
    if event.title:
        return in_language(event.title, (language,))
    kind = capfirst(event.get_kind_display())
    if isinstance(event, Session) and event.kind != Session.Kind.CATCH_UP:
        named = [stage.name(language) for stage in happening.stage_names]
        read = stage_names(read_stage(event.source_stage).code)
        if named:
            text = ", ".join(each.text for each in named)
            return Wording(text, named[0].language)
        if read:
            return in_language(read, (language,))
    return Wording(kind, language)


def _is_past(happening: Happening, today: date) -> bool:
    last = happening.event.ends or happening.event.starts
    return last is not None and last.last < today


def drawing_of(page: ProgrammePage, language: str) -> Drawing | None:
    """The working groups and intersessional work on a scale of years."""
    events = []
    for each in page.happenings:
        starts, ends = each.event.starts, each.event.ends
        if starts is None or not each.is_session:
            continue
        events.append(
            Event(
                label=_short(each, language, len(page.cohorts)),
                starts=starts.first,
                ends=max(starts.first, (ends or starts).last),
                text=_when_and_where(each, language),
            )
        )
    if len(events) < 2:
        return None
    words = Words(
        pgettext("chart", "Working groups and intersessional work over the years"),
        pgettext("chart", "The list below has every event with its source."),
        (pgettext("chart", "Step"), pgettext("chart", "When and where")),
    )
    return timeline(words, events)


def _short(happening: Happening, language: str, cohorts: int) -> str:
    """`WG5`, `GT5`, or the kind; with the session group or the topic if it has one."""
    event = happening.event
    code = ""
    if not isinstance(event, Session) or event.kind != Session.Kind.CATCH_UP:
        code = next((stage.code for stage in happening.stage_names), "")
        code = code or read_stage(event.source_stage).code
    text = str(title_of(happening, language))
    if code.startswith("WG"):
        found = text.rpartition("(")[2].partition(")")[0]
        text = found or code
    only = ""
    if cohorts > 1 and len(happening.cohorts) == 1:
        only = happening.cohorts[0].code
    name = happening.group.code if happening.group else only
    return f"{name} {text}".strip()


def _when_and_where(happening: Happening, language: str) -> str:
    event = happening.event
    when = writing.days(event.starts, event.ends, language) or ""
    where = event.city or (str(happening.host.name(language)) if happening.host else "")
    if not where and event.mode == "online":
        where = str(event.get_mode_display())
    return ", ".join(part for part in (when, where) if part)
