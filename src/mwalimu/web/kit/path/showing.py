"""What the pages of a path show, in the reader's language."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import get_language

from mwalimu.people.permissions import Viewer
from mwalimu.qualification.engine import Kind, State, Verdict
from mwalimu.qualification.models import RequirementLine
from mwalimu.qualification.permissions import may_see_scores
from mwalimu.qualification.queries.paths import Path
from mwalimu.qualification.queries.sources import Source, sources_of
from mwalimu.qualification.queries.wording import Telling, sentence
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.shared.languages import Wording, in_language
from mwalimu.web.kit import writing
from mwalimu.web.kit.path.states import SIGNS, Sign


@dataclass(frozen=True)
class Hand:
    """Writes days, shares and numbers as readers of a language do."""

    language: str

    def day(self, value: date) -> str:
        """`30 June 2023`."""
        return writing.day(PartialDate(value, Precision.DAY), self.language)

    def share(self, value: Fraction) -> str:
        """`80%`."""
        return writing.percent(float(value), self.language)

    def number(self, value: Fraction) -> str:
        """`2.5`."""
        return writing.number(float(value), self.language, 2)


@dataclass(frozen=True)
class Step:
    """One requirement: its state, one sentence a subject, and by when."""

    code: str
    name: Wording
    sign: Sign
    state: State
    assumed: bool
    sentences: tuple[str, ...]
    by: date | None
    says_by: bool  # a sentence says by when
    since: date | None


@dataclass(frozen=True)
class Shown:
    """A path as its page shows it: what is missed, what comes next, what is done."""

    path: Path
    missed: tuple[Step, ...]
    coming: tuple[Step, ...]
    done: tuple[Step, ...]

    @property
    def total(self) -> int:
        """How many requirements there are."""
        return len(self.missed) + len(self.coming) + len(self.done)

    @property
    def upcoming(self) -> Step | None:
        """What comes next."""
        return self.coming[0] if self.coming else None


@dataclass(frozen=True)
class Why:
    """One verdict with its sentences and the rows behind it."""

    path: Path
    step: Step
    kind: str
    sources: tuple[Source, ...]


def telling(path: Path, viewer: Viewer) -> Telling:
    """How reasons on this person are told to this viewer."""
    reading = get_language() or "en"
    names = {
        key: in_language(subject.names, (reading,)).text or key[1]
        for key, subject in path.subjects.items()
    }
    own = may_see_scores(viewer, path.line.place.person)
    return Telling(Hand(reading), path.on, names, scores=own, reasons=own)


def step_of(
    line: RequirementLine, verdict: Verdict, path: Path, how: Telling, full: bool = True
) -> Step:
    """A requirement as a step; not `full`: only the sentences on what is missing."""
    reasons = verdict.reasons
    if not full and not verdict.settled:
        reasons = tuple(reason for reason in reasons if reason.code != "reached")
    by = _by(verdict, path)
    sentences = tuple(sentence(reason, how) for reason in reasons)
    said = by is not None and any(how.write.day(by) in text for text in sentences)
    return Step(
        code=line.code,
        name=in_language(line.names, (get_language() or "en",)),
        sign=SIGNS[verdict.state],
        state=verdict.state,
        assumed=line.assumed,
        sentences=sentences,
        by=by,
        says_by=said,
        since=verdict.since,
    )


def _by(verdict: Verdict, path: Path) -> date | None:
    """The first day that is still to come: due, else the last on which it is taken."""
    days = []
    for reason in verdict.reasons:
        if verdict.state != State.OPEN or reason.code == "reached":
            continue
        key = (Kind(verdict.requirement.kind).value, str(reason.values["subject"]))
        subject = path.subjects.get(key)
        days += [subject.due if subject else None, reason.values.get("closes")]
    coming = [day for day in days if isinstance(day, date) and day >= path.on]
    return min(coming, default=None)


def shown(path: Path, viewer: Viewer) -> Shown:
    """The path, sorted into what is missed, what comes and what is done."""
    how = telling(path, viewer)
    steps = [
        step_of(line, verdict, path, how, full=False) for line, verdict in path.steps
    ]
    coming = [step for step in steps if step.state == State.OPEN]
    coming.sort(key=lambda step: step.by or date.max)
    return Shown(
        path,
        tuple(step for step in steps if step.state == State.MISSED),
        tuple(coming),
        tuple(step for step in steps if step.state in (State.MET, State.WAIVED)),
    )


def why(path: Path, code: str, viewer: Viewer) -> Why | None:
    """Why a requirement stands as it does; None where the standard has no such code."""
    found = path.step(code)
    if found is None:
        return None
    line, verdict = found
    step = step_of(line, verdict, path, telling(path, viewer))
    sources = tuple(sources_of(verdict, viewer))
    return Why(path, step, line.get_kind_display(), sources)
