"""Steps of accreditations: checked in their order, written at once, never changed.

A ledger locks the paths first: of two people who come at once, the second sees what the
first wrote. What the row of an accreditation says follows from its steps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, BinaryIO
from uuid import UUID

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record_many
from mwalimu.qualification.engine.accreditation import (
    OutOfOrder,
    Progress,
    Step,
    StepKind,
    follow,
    refresher_due,
)
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    EvidenceFile,
)
from mwalimu.qualification.operations.accreditation.refusals import (
    AccreditationRefused,
    in_words,
    require_team,
)
from mwalimu.qualification.operations.pool.index import refresh_pool
from mwalimu.qualification.queries.accreditation.paths import step_of
from mwalimu.shared.files import DOCUMENTS, SCANS, FileRefused, plain_name, store
from mwalimu.shared.models import StoredFile

KINDS = {**DOCUMENTS, **SCANS}
MOST_BYTES, MOST_PAPERS = 20_000_000, 5
DERIVED = (
    "phase",
    "phase_since",
    "booked_until",
    "free_since",
    "asked",
    "assessed",
    "pre_accredited_on",
    "accredited_on",
    "refreshed_on",
    "refresher_due_on",
    "suspended_on",
    "closed_on",
    "closed_by",
)


@dataclass(frozen=True)
class Paper:
    """A document that was sent, on which a step rests."""

    stream: BinaryIO
    name: str


def derive(row: Accreditation, progress: Progress) -> None:
    """Let the row say what follows from the steps of its path."""
    row.phase, row.phase_since = progress.phase.value, progress.since
    row.booked_until, row.free_since = progress.booked_until, progress.free_since
    row.asked, row.assessed = progress.asked, progress.assessed
    row.pre_accredited_on = progress.pre_accredited_on
    row.accredited_on = progress.accredited_on
    row.refreshed_on = progress.refreshed_on
    row.refresher_due_on = refresher_due(progress, row.type.refresher_months)
    row.suspended_on = progress.suspended_on
    row.closed_on = progress.closed_on
    row.closed_by = progress.closed_by.value if progress.closed_by else ""


@dataclass
class Ledger:
    """Steps to be written on some paths, in the caller's transaction."""

    by: Actor
    at: datetime
    rows: dict[int, Accreditation] = field(default_factory=dict)
    steps: dict[int, list[Step]] = field(default_factory=dict)
    made: list[AccreditationEvent] = field(default_factory=list)
    papers: list[EvidenceFile] = field(default_factory=list)

    def begin(self, row: Accreditation, **facts: Any) -> AccreditationEvent:
        """The first step of a path that is not stored yet; stores its row."""
        step = Step(number=1, **facts)
        _day_within(step.day, self.at.date())
        derive(row, self._read([step]))
        row.save()
        self.rows[row.pk], self.steps[row.pk] = row, [step]
        return self._note(row, step)

    def add(
        self,
        row: Accreditation,
        kind: StepKind,
        *,
        day: date,
        reason: str = "",
        place: str = "day",
        until: date | None = None,
        asked: int = 0,
        undoes: AccreditationEvent | None = None,
        **links: Any,
    ) -> AccreditationEvent:
        """One more step. Raises AccreditationRefused at the field `place`."""
        found = self.rows[row.pk]
        steps = self.steps[row.pk]
        number = len(steps) + 1
        step = Step(
            kind, day, number, until=until, asked=asked,
            undoes=undoes.number if undoes else None,
        )  # fmt: skip
        _day_within(day, self.at.date(), place)
        progress = self._read([*steps, step], place)
        steps.append(step)
        derive(found, progress)
        return self._note(found, step, reason=reason, undoes=undoes, **links)

    def _read(self, steps: Sequence[Step], place: str = "day") -> Progress:
        try:
            return follow(steps)
        except OutOfOrder as wrong:
            days = wrong.code in ("too_early", "not_over")
            raise AccreditationRefused(place if days else "", in_words(wrong)) from None

    def _note(self, row: Accreditation, step: Step, **more: Any) -> AccreditationEvent:
        event = AccreditationEvent(
            accreditation=row,
            number=step.number,
            kind=step.kind.value,
            day=step.day,
            phase=step.phase.value if step.phase else "",
            until=step.until,
            asked=step.asked,
            at=self.at,
            by=self.by,
            **more,
        )
        self.made.append(event)
        return event

    def attach(self, event: AccreditationEvent, papers: Iterable[Paper]) -> None:
        """The documents on which the step rests. Raises AccreditationRefused."""
        self.hold(event, keep(papers, self.at))

    def hold(
        self, event: AccreditationEvent, kept: Iterable[tuple[str, StoredFile]]
    ) -> None:
        """The same with content that is stored already."""
        for name, file in kept:
            self.papers.append(EvidenceFile(event=event, file=file, name=name))

    def write(self) -> list[AccreditationEvent]:
        """Store the steps, what follows from them, and a line of the trail for each."""
        AccreditationEvent.objects.bulk_create(self.made, batch_size=500)
        EvidenceFile.objects.bulk_create(self.papers, batch_size=500)
        touched = {event.accreditation_id: event.accreditation for event in self.made}
        Accreditation.objects.bulk_update(touched.values(), DERIVED, batch_size=200)
        lines: dict[str, list[tuple[UUID, dict[str, str]]]] = {}
        for event in self.made:
            after = {"day": event.day.isoformat(), "step": str(event.uuid)}
            lines.setdefault(event.kind, []).append((event.accreditation.uuid, after))
        for verb, some in lines.items():
            record_many(verb, "accreditation", some, by=self.by, at=self.at)
        refresh_pool({row.person_id for row in touched.values()})
        return self.made


def opened(
    rows: Iterable[Accreditation], by: Actor, at: datetime, *, team: bool = True
) -> Ledger:
    """Lock these paths. Refused to those who may not, and to whom a path is about."""
    if team:
        require_team(by, at)
    keys = {row.pk for row in rows}
    locked = Accreditation.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    ledger = Ledger(by, at)
    found = locked.select_related("person", "type", "field", "member").order_by("pk")
    for row in found:
        _check_person(row, by)
        ledger.rows[row.pk], ledger.steps[row.pk] = row, []
    events = AccreditationEvent.objects.filter(accreditation__in=keys)
    for event in events.select_related("undoes").order_by("accreditation", "number"):
        ledger.steps[event.accreditation_id].append(step_of(event))
    return ledger


def keep(papers: Iterable[Paper], at: datetime) -> list[tuple[str, StoredFile]]:
    """Store documents, by name. Raises AccreditationRefused at the field `papers`."""
    sent = list(papers)
    if len(sent) > MOST_PAPERS:
        text = pgettext("refusal", "Send at most %(most)s documents.")
        raise AccreditationRefused("papers", text % {"most": MOST_PAPERS})
    try:
        return [
            (
                plain_name(paper.name),
                store(
                    paper.stream, name=paper.name, kinds=KINDS, most=MOST_BYTES, at=at
                ),
            )
            for paper in sent
        ]
    except FileRefused as refused:
        raise AccreditationRefused("papers", str(refused)) from None


def _check_person(row: Accreditation, by: Actor) -> None:
    if row.person.erased_at is not None:
        text = pgettext("refusal", "This person was erased; the row is closed.")
        raise AccreditationRefused("", text)
    if by.account_id is not None and row.person.account_id == by.account_id:
        text = pgettext("refusal", "Nobody decides on themselves.")
        raise AccreditationRefused("", text)


def _day_within(day: date, today: date, place: str = "day") -> None:
    if day > today:
        text = pgettext("refusal", "Write a day that is not in the future.")
        raise AccreditationRefused(place, text)
