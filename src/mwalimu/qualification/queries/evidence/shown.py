"""What people have shown: every row that a standard may count, in one query.

A source is a queryset of persons' rows in the columns of `CUT`. Tests taken and
materials contributed become sources of their own when their packages keep them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, TruncDate

from mwalimu.programmes.models import (
    Attendance,
    DemoCriterion,
    PanelResult,
    Session,
    Submission,
)
from mwalimu.programmes.permissions.demos import signed_minutes
from mwalimu.qualification.engine import Kind
from mwalimu.qualification.models import WaiverRow
from mwalimu.trainings.models import TrainingTrainer
from mwalimu.trainings.querysets import counted_at_q

CUT = ("kind", "who", "about", "topic_key", "part", "amount", "day_of", "row", "words")
WAIVER = "waiver"  # no evidence, but it is asked of the same people

# Half days: somebody who was there for a part of the day counts for half of it.
# No source states this; docs/explanation/evidence.md says that it is assumed.
WHOLE = 2
HALVES = {
    Attendance.Presence.PRESENT: WHOLE,
    Attendance.Presence.ONLINE: WHOLE,
    Attendance.Presence.PART: 1,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One row that shows something of a person (primary keys), or lets them off.

    `about` is the session, assignment or training, of a waiver the cohort; `part` a
    criterion, what the row says of itself, or the code of the requirement; `amount` half
    days, 1 for accepted, a score, or 1 for a training; `words` why somebody was let off.
    """

    kind: str
    person: int
    about: int
    topic: int | None
    part: str
    amount: int
    on: date
    row: UUID
    words: str = ""


@dataclass(frozen=True)
class Asked:
    """What is asked of whom, in which cohorts (primary keys), as of which day."""

    kinds: set[str]
    people: set[int]
    cohorts: set[int]
    on: date

    @property
    def sessions(self) -> QuerySet[Any, Any]:
        """Keys of the sessions of these cohorts."""
        through = Session.cohorts.through._base_manager
        return through.filter(cohort__in=self.cohorts).values("session")


def shown(asked: Asked) -> Iterator[Shown]:
    """Every row that shows something of these people, in one query."""
    wanted = [
        rows
        for kind, source in SOURCES
        if kind in asked.kinds
        for rows in source(asked)
    ]
    if asked.people:
        first, *rest = [*wanted, let_off(asked)]
        for values in first.union(*rest, all=True):
            yield Shown(*values)


Rows = QuerySet[Any, Any]
NO_TOPIC = Cast(Value(None), BigIntegerField())  # PostgreSQL asks the type of a null


def _said(text: str) -> Value:
    return Value(text, output_field=CharField())


def attended(asked: Asked) -> Iterator[Rows]:
    """Half days of a session on which a person was there, up to the day asked for."""
    halves = Case(
        *(When(presence=presence, then=Value(n)) for presence, n in HALVES.items()),
        default=Value(0),
    )
    rows = Attendance.objects.filter(
        person__in=asked.people, day__session__in=asked.sessions, day__day__lte=asked.on
    )
    yield (
        rows.values("person", "day__session", "day__session__uuid")
        .annotate(
            kind=_said(Kind.ATTENDANCE),
            who=F("person"),
            about=F("day__session"),
            topic_key=NO_TOPIC,
            part=_said(""),
            amount=Sum(halves),
            day_of=Max("day__day"),
            row=F("day__session__uuid"),
            words=_said(""),
        )
        .order_by()
        .values_list(*CUT)
    )


def handed_in(asked: Asked) -> Iterator[Rows]:
    """Accepted work counts from the day of the decision; the newest version says how
    far it got, and since when.
    """
    rows = Submission.objects.filter(
        person__in=asked.people, assignment__cohort__in=asked.cohorts
    ).order_by()
    accepted = rows.filter(state=Submission.State.ACCEPTED)
    newer = Submission.objects.filter(
        assignment=OuterRef("assignment"),
        person=OuterRef("person"),
        version__gt=OuterRef("version"),
    )
    newest = rows.filter(~Exists(newer))
    settled = Q(settled_at__date__lte=asked.on)
    told = Case(
        When(settled, then=F("state")),
        default=_said(Submission.State.HANDED_IN),
        output_field=CharField(),
    )
    since = Case(
        When(settled, then=TruncDate("settled_at")), default=TruncDate("handed_in_at")
    )
    for found, part, amount, day in (
        (accepted, _said(""), 1, TruncDate("settled_at")),
        (newest, told, 0, since),
    ):
        yield found.annotate(
            kind=_said(Kind.ASSIGNMENT),
            who=F("person"),
            about=F("assignment"),
            topic_key=NO_TOPIC,
            part=part,
            amount=Value(amount),
            day_of=day,
            row=F("uuid"),
            words=_said(""),
        ).values_list(*CUT)


def agreed(asked: Asked) -> Iterator[Rows]:
    """What the panel agreed, by criterion, once all its members have signed.

    Minutes that correct others replace them, once they are signed themselves.
    """
    signed = signed_minutes(asked.on)
    rows = PanelResult.objects.filter(
        candidate__in=asked.people,
        minutes__in=signed.values("pk"),
        minutes__session__in=asked.sessions,
    ).exclude(minutes__in=signed.exclude(corrects=None).values("corrects"))
    for criterion in DemoCriterion.values:
        yield (
            rows.annotate(
                kind=_said(Kind.DEMO),
                who=F("candidate"),
                about=F("minutes__session"),
                topic_key=F("topic"),
                part=_said(criterion),
                amount=F(criterion),
                day_of=TruncDate("minutes__closed_at"),
                row=F("minutes__uuid"),
                words=_said(""),
            )
            .order_by()
            .values_list(*CUT)
        )


def delivered(asked: Asked) -> Iterator[Rows]:
    """Verified trainings that a person taught, once a topic."""
    rows = TrainingTrainer.objects.filter(
        counted_at_q(None, "training__"), person__in=asked.people
    )
    yield (
        rows.annotate(
            kind=_said(Kind.TRAINING),
            who=F("person"),
            about=F("training"),
            topic_key=F("training__topics"),
            part=F("training__topics__code"),
            amount=Value(1),
            day_of=F("training__ends_on"),
            row=F("training__uuid"),
            words=_said(""),
        )
        .order_by()
        .values_list(*CUT)
    )


def let_off(asked: Asked) -> Rows:
    """Waivers that were not withdrawn."""
    rows = WaiverRow.objects.filter(
        person__in=asked.people, cohort__in=asked.cohorts, withdrawn_at=None
    )
    found: Rows = (
        rows.annotate(
            kind=_said(WAIVER),
            who=F("person"),
            about=F("cohort"),
            topic_key=NO_TOPIC,
            part=F("requirement__code"),
            amount=Value(0),
            day_of=TruncDate("given_at"),
            row=F("uuid"),
            words=F("reason"),
        )
        .order_by()
        .values_list(*CUT)
    )
    return found


SOURCES: tuple[tuple[Kind, Callable[[Asked], Iterator[Rows]]], ...] = (
    (Kind.ATTENDANCE, attended),
    (Kind.ASSIGNMENT, handed_in),
    (Kind.DEMO, agreed),
    (Kind.TRAINING, delivered),
)
