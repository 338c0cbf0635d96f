"""Reminders as pages show them: on the first page of each face, and on their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mwalimu.notices.engine.arranging import Arranged, Group
from mwalimu.notices.engine.matters import Matter
from mwalimu.notices.queries.reminders import reminders_of
from mwalimu.notices.queries.wording import (
    address_of,
    heading,
    page_address,
    sentence,
    when,
)
from mwalimu.people.permissions import Viewer


@dataclass(frozen=True)
class ShownLine:
    """One matter: what to do, where, by when; `subject` is by what it is put off."""

    text: str
    url: str
    when: str
    urgent: bool
    detail: str
    subject: str


@dataclass(frozen=True)
class ShownGroup:
    """The matters of one kind; `more` are not shown, all stand at `all_url`."""

    code: str
    heading: str
    lines: tuple[ShownLine, ...]
    count: int
    more: int
    all_url: str


@dataclass(frozen=True)
class ShownReminders:
    """What waits for a viewer, in their language."""

    groups: tuple[ShownGroup, ...]
    count: int
    urgent: int
    quiet: int


def shown_reminders(viewer: Viewer, on: date) -> ShownReminders:
    """What needs the viewer now: the first of each kind."""
    return shown(reminders_of(viewer, on), viewer, on)


def shown(found: Arranged, viewer: Viewer, on: date) -> ShownReminders:
    """What is arranged, in the active language."""
    groups = tuple(_group(group, viewer, on) for group in found.groups)
    return ShownReminders(groups, found.count, found.urgent, found.quiet)


def _group(group: Group, viewer: Viewer, on: date) -> ShownGroup:
    field = viewer.works_in_the_field
    return ShownGroup(
        code=group.kind.code,
        heading=heading(group.kind.code),
        lines=tuple(
            shown_line(line.matter, field, on, line.urgent) for line in group.lines
        ),
        count=group.count,
        more=group.more,
        all_url=page_address(group.kind, field=field),
    )


def shown_line(matter: Matter, field: bool, on: date, urgent: bool) -> ShownLine:
    """One matter in the active language."""
    return ShownLine(
        text=sentence(matter),
        url=address_of(matter, field=field),
        when=when(matter, on),
        urgent=urgent,
        detail=matter.detail,
        subject=matter.subject,
    )


def by_subject(matters: Iterable[Matter]) -> dict[str, Matter]:
    """The matters by what they are about."""
    return {matter.subject: matter for matter in matters}
