"""The path to a WCO accreditation: phases in their order, and no way past one of them.

A path is its steps. `follow` reads them from the first to the last and says where the path
stands; a step that does not fit there is refused with a code and values. Plain Python: no
clock, no database.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from mwalimu.qualification.engine.terms import months_later

SOON = timedelta(days=90)  # ours: how long before a refresher is due it is spoken of


class Phase(StrEnum):
    """What a path waits for; the last is kept by refreshers. In their order."""

    SCREENING = "screening"
    WORKSHOP = "workshop"
    MISSION = "mission"
    ACCREDITED = "accredited"


class StepKind(StrEnum):
    """What can happen on a path."""

    PROPOSED = "proposed"
    TAKEN_OVER = "taken_over"
    CONVERTED_FROM = "converted_from"
    SELECTED = "selected"
    NOT_SELECTED = "not_selected"
    REGISTERED = "registered"
    PLACE_GIVEN_UP = "place_given_up"
    WORKSHOP_PASSED = "workshop_passed"
    WORKSHOP_REPEAT = "workshop_repeat"
    WORKSHOP_FAILED = "workshop_failed"
    MISSION_PLANNED = "mission_planned"
    MISSION_CALLED_OFF = "mission_called_off"
    ASSESSED = "assessed"
    MISSION_PASSED = "mission_passed"
    MISSION_REPEAT = "mission_repeat"
    MISSION_FAILED = "mission_failed"
    REFRESHED = "refreshed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    CONVERTED_TO = "converted_to"
    TAKEN_BACK = "taken_back"


class Waiting(StrEnum):
    """What has to happen next, and is not arranged or is over."""

    SCREENING = "screening"
    PLACE = "place"
    RESULT = "result"
    MISSION = "mission"
    ASSESSMENT = "assessment"
    CONCLUSION = "conclusion"
    REFRESHER = "refresher"
    COMING = "coming"
    NOTHING = "nothing"


K = StepKind
OPENING = frozenset({K.PROPOSED, K.TAKEN_OVER, K.CONVERTED_FROM})
HELD = (Phase.MISSION, Phase.ACCREDITED)  # pre-accredited at least
IN_PHASE: dict[StepKind, tuple[Phase, ...]] = {
    K.SELECTED: (Phase.SCREENING,),
    K.NOT_SELECTED: (Phase.SCREENING,),
    K.REGISTERED: (Phase.WORKSHOP,),
    K.PLACE_GIVEN_UP: (Phase.WORKSHOP,),
    K.WORKSHOP_PASSED: (Phase.WORKSHOP,),
    K.WORKSHOP_REPEAT: (Phase.WORKSHOP,),
    K.WORKSHOP_FAILED: (Phase.WORKSHOP,),
    K.MISSION_PLANNED: (Phase.MISSION,),
    K.MISSION_CALLED_OFF: (Phase.MISSION,),
    K.ASSESSED: (Phase.MISSION,),
    K.MISSION_PASSED: (Phase.MISSION,),
    K.MISSION_REPEAT: (Phase.MISSION,),
    K.MISSION_FAILED: (Phase.MISSION,),
    K.REFRESHED: HELD,
    K.SUSPENDED: HELD,
    K.CONVERTED_TO: HELD,
}
CLOSING = frozenset(
    {
        K.NOT_SELECTED,
        K.WORKSHOP_FAILED,
        K.MISSION_FAILED,
        K.WITHDRAWN,
        K.ENDED,
        K.CONVERTED_TO,
    }
)
WHILE_SUSPENDED = frozenset({K.RESUMED, K.WITHDRAWN, K.ENDED})
WORKSHOP_RESULTS = frozenset({K.WORKSHOP_PASSED, K.WORKSHOP_REPEAT, K.WORKSHOP_FAILED})
MISSION_RESULTS = frozenset({K.MISSION_PASSED, K.MISSION_REPEAT, K.MISSION_FAILED})
NEEDS_BOOKING = (
    WORKSHOP_RESULTS
    | MISSION_RESULTS
    | {K.PLACE_GIVEN_UP, K.MISSION_CALLED_OFF, K.ASSESSED}
)
AFTER_THE_END = WORKSHOP_RESULTS | MISSION_RESULTS | {K.ASSESSED}
# What an assessor said is final, and a conversion is two paths: neither is taken back.
FINAL = OPENING | {K.ASSESSED, K.CONVERTED_TO}


class OutOfOrder(ValueError):
    """A step does not fit: `code` says why, `values` with what."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `number` is its place on the path, from 1.

    `phase`: where a path begins that was taken over or converted. `until`: the last day
    of the workshop or mission that is arranged. `asked`: how many assess the mission.
    `undoes`: the number of the step that is taken back.
    """

    kind: StepKind
    day: date
    number: int = 0
    phase: Phase | None = None
    until: date | None = None
    asked: int = 0
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a path stands. `booked_until`: what is arranged ends on that day; `free_since`:
    since when nothing is, or was before.
    """

    phase: Phase
    since: date
    last_day: date
    free_since: date
    booked_until: date | None = None
    asked: int = 0
    assessed: int = 0
    pre_accredited_on: date | None = None
    accredited_on: date | None = None
    refreshed_on: date | None = None
    suspended_on: date | None = None
    closed_on: date | None = None
    closed_by: StepKind | None = None

    @property
    def is_open(self) -> bool:
        """The path goes on."""
        return self.closed_on is None

    @property
    def all_assessed(self) -> bool:
        """Everybody who was asked to assess the mission has done so."""
        return 0 < self.asked <= self.assessed


def begin(step: Step) -> Progress:
    """The first step of a path. Raises OutOfOrder."""
    if step.kind == K.PROPOSED:
        return Progress(Phase.SCREENING, step.day, step.day, step.day)
    if step.kind not in OPENING:
        raise OutOfOrder("not_begun")
    if step.phase not in HELD:
        raise OutOfOrder("nothing_to_take_over")
    accredited = step.phase == Phase.ACCREDITED
    return Progress(
        step.phase,
        step.day,
        step.day,
        step.day,
        pre_accredited_on=step.day,
        accredited_on=step.day if accredited else None,
    )


def after(progress: Progress, step: Step) -> Progress:
    """Where the path stands after one more step. Raises OutOfOrder."""
    _check(progress, step)
    change = CHANGES.get(step.kind)
    moved = change(progress, step) if change else progress
    if step.kind in CLOSING:
        moved = replace(_free(moved, step), closed_on=step.day, closed_by=step.kind)
    return replace(moved, last_day=step.day)


def follow(steps: Iterable[Step]) -> Progress:
    """Read a path from its first step. Raises OutOfOrder, also where there is none."""
    stack: list[tuple[Step, Progress]] = []
    for step in steps:
        if step.kind == K.TAKEN_BACK:
            _take_back(stack, step)
        elif not stack:
            stack.append((step, begin(step)))
        else:
            stack.append((step, after(stack[-1][1], step)))
    if not stack:
        raise OutOfOrder("not_begun")
    return stack[-1][1]


def last_effective(steps: Iterable[Step]) -> Step | None:
    """The last step that was not taken back; steps are read without a check."""
    stack: list[Step] = []
    for step in steps:
        if step.kind == K.TAKEN_BACK:
            stack.pop()
        else:
            stack.append(step)
    return stack[-1] if stack else None


def _take_back(stack: list[tuple[Step, Progress]], step: Step) -> None:
    last = stack[-1][0] if stack else None
    if last is None or step.undoes != last.number:
        raise OutOfOrder("not_the_last")
    if last.kind in FINAL:
        raise OutOfOrder("final")
    stack.pop()


def _check(progress: Progress, step: Step) -> None:
    kind = step.kind
    if not progress.is_open:
        raise OutOfOrder("closed")
    if kind in OPENING:
        raise OutOfOrder("begun_already")
    if progress.suspended_on and kind not in WHILE_SUSPENDED:
        raise OutOfOrder("suspended")
    if kind == K.RESUMED and not progress.suspended_on:
        raise OutOfOrder("not_suspended")
    phases = IN_PHASE.get(kind)
    if phases and progress.phase not in phases:
        raise OutOfOrder("other_phase", phase=progress.phase)
    if step.day < progress.last_day:
        raise OutOfOrder("too_early", first=progress.last_day)
    _check_booking(progress, step)


def _check_booking(progress: Progress, step: Step) -> None:
    """What is arranged, and whether it is over."""
    kind, booked = step.kind, progress.booked_until
    if kind == K.REGISTERED and booked:
        raise OutOfOrder("registered_already")
    if kind == K.MISSION_PLANNED:
        if progress.assessed:
            raise OutOfOrder("assessed_already")
        if step.asked < 1:
            raise OutOfOrder("nobody_assesses")
    if kind not in NEEDS_BOOKING:
        return
    if booked is None:
        raise OutOfOrder("nothing_arranged")
    if kind in AFTER_THE_END and step.day < booked:
        raise OutOfOrder("not_over", last=booked)
    if kind == K.ASSESSED and progress.all_assessed:
        raise OutOfOrder("assessed_already")
    if kind in MISSION_RESULTS and not progress.all_assessed:
        raise OutOfOrder("not_assessed")


def _free(progress: Progress, step: Step) -> Progress:
    """Nothing is arranged any more."""
    free = replace(progress, booked_until=None, asked=0, assessed=0)
    return replace(free, free_since=step.day)


def _select(progress: Progress, step: Step) -> Progress:
    moved = _free(progress, step)
    return replace(moved, phase=Phase.WORKSHOP, since=step.day)


def _book(progress: Progress, step: Step) -> Progress:
    return replace(progress, booked_until=step.until or step.day, asked=step.asked)


def _pre_accredit(progress: Progress, step: Step) -> Progress:
    moved = replace(_free(progress, step), phase=Phase.MISSION, since=step.day)
    return replace(moved, pre_accredited_on=step.day)


def _accredit(progress: Progress, step: Step) -> Progress:
    moved = replace(_free(progress, step), phase=Phase.ACCREDITED, since=step.day)
    return replace(moved, accredited_on=step.day)


CHANGES: dict[StepKind, Callable[[Progress, Step], Progress]] = {
    K.SELECTED: _select,
    K.REGISTERED: _book,
    K.PLACE_GIVEN_UP: _free,
    K.WORKSHOP_PASSED: _pre_accredit,
    K.WORKSHOP_REPEAT: _free,
    K.MISSION_PLANNED: _book,
    K.MISSION_CALLED_OFF: _free,
    K.ASSESSED: lambda p, _s: replace(p, assessed=p.assessed + 1),
    K.MISSION_PASSED: _accredit,
    K.MISSION_REPEAT: _free,
    K.REFRESHED: lambda p, s: replace(p, refreshed_on=s.day),
    K.SUSPENDED: lambda p, s: replace(p, suspended_on=s.day),
    K.RESUMED: lambda p, _s: replace(p, suspended_on=None),
}


def refresher_due(progress: Progress, months: int | None) -> date | None:
    """By when an accredited expert should have taken part in a refresher, if ever.

    `months` is what the expert type asks; None where nothing is asked.
    """
    if not months or progress.accredited_on is None or not progress.is_open:
        return None
    return months_later(
        max(progress.accredited_on, progress.refreshed_on or date.min), months
    )


def waiting(progress: Progress, due: date | None, on: date) -> Waiting:
    """What the path waits for on a day; `due` is that of the next refresher."""
    if not progress.is_open or progress.suspended_on:
        return Waiting.NOTHING
    if progress.phase == Phase.SCREENING:
        return Waiting.SCREENING
    if progress.phase == Phase.ACCREDITED:
        soon = due is not None and due <= on + SOON
        return Waiting.REFRESHER if soon else Waiting.NOTHING
    booked = progress.booked_until
    if booked is None:
        in_mission = progress.phase == Phase.MISSION
        return Waiting.MISSION if in_mission else Waiting.PLACE
    if progress.all_assessed:
        return Waiting.CONCLUSION
    if booked >= on:
        return Waiting.COMING
    in_workshop = progress.phase == Phase.WORKSHOP
    return Waiting.RESULT if in_workshop else Waiting.ASSESSMENT
