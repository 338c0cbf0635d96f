"""Calls with what came in: for the project team, and for an administration."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.calls import (
    Criterion,
    Spread,
    Standing,
    spread,
    standing,
    weighted,
)
from mwalimu.programmes.engine.meeting_days import day_in
from mwalimu.programmes.models import (
    Call,
    CallCriterion,
    Cohort,
    Holding,
    Invited,
    Nomination,
    NominationFile,
    Seat,
)
from mwalimu.programmes.permissions import (
    SEES_SEATS,
    calls_visible_to,
    nominations_visible_to,
    scores_visible_to,
)
from mwalimu.reference.models import Member


@dataclass(frozen=True)
class CallLine:
    """A call in the list of a cohort: how many Members were asked, what came in."""

    call: Call
    asked: int
    answered: int
    waiting: int
    accepted: int


def calls_of(cohort: Cohort, viewer: Viewer) -> list[CallLine]:
    """The calls of a cohort, the latest first. Three queries."""
    calls = list(
        calls_visible_to(viewer)
        .filter(cohort=cohort)
        .select_related("topic", "cohort")
        .annotate(asked=Count("invited"))
    )
    rows = nominations_visible_to(viewer).filter(call__in=[call.pk for call in calls])
    members: defaultdict[int, set[int]] = defaultdict(set)
    states: Counter[tuple[int, str]] = Counter()
    for call, member, state in rows.values_list("call", "member", "state"):
        states[call, state] += 1
        if state in (Nomination.State.SUBMITTED, Nomination.State.ACCEPTED):
            members[call].add(member)
    return [
        CallLine(
            call,
            call.asked,
            len(members[call.pk]),
            states[call.pk, Nomination.State.SUBMITTED],
            states[call.pk, Nomination.State.ACCEPTED],
        )
        for call in calls
    ]


@dataclass(frozen=True)
class Scored:
    """How the scorers see one nomination, 0 to 1; `mine` is the viewer's own.

    `spread` is None until the viewer has given scores: nobody is led by the others.
    """

    scorers: int
    mine: Fraction | None
    spread: Spread | None


@dataclass(frozen=True)
class MemberAnswer:
    """What one Member that was asked has answered so far."""

    invited: Invited
    standing: Standing
    nominations: tuple[Nomination, ...]

    @property
    def names(self) -> int:
        """Names that stand: submitted or accepted."""
        return sum(
            1
            for row in self.nominations
            if row.state in (Nomination.State.SUBMITTED, Nomination.State.ACCEPTED)
        )

    @property
    def missing(self) -> int:
        """Names that are still wanted."""
        return max(0, self.invited.seats - self.names)


@dataclass(frozen=True)
class CallPage:
    """A call with the answer of each Member, and how the names are scored."""

    call: Call
    rubric: tuple[CallCriterion, ...]
    answers: tuple[MemberAnswer, ...]
    scored: dict[int, Scored]

    @property
    def waiting(self) -> int:
        """Names that the project team has yet to decide on."""
        return sum(
            1
            for answer in self.answers
            for row in answer.nominations
            if row.state == Nomination.State.SUBMITTED
        )


def call_at(viewer: Viewer, uuid: UUID) -> Call | None:
    """A call that the viewer may open."""
    rows = calls_visible_to(viewer).select_related("cohort__programme", "topic")
    return rows.filter(uuid=uuid).first()


def call_page(call: Call, viewer: Viewer, at: datetime) -> CallPage:
    """A call as the project team screens it. Four queries."""
    invited = list(call.invited.select_related("member"))
    rows = nominations_visible_to(viewer).filter(call=call)
    names: defaultdict[int, list[Nomination]] = defaultdict(list)
    for row in rows.select_related("person", "member", "name_request"):
        names[row.member_id].append(row)
    rubric = tuple(call.criteria.all())
    answers = tuple(
        MemberAnswer(row, standing_for(row, call, at), tuple(names[row.member_id]))
        for row in invited
    )
    return CallPage(call, rubric, answers, scored_in(call, rubric, viewer))


def standing_for(invited: Invited, call: Call, at: datetime) -> Standing:
    """Where the call stands for this Member, by its own clock."""
    today = day_in(invited.member.time_zone, at)
    return standing(call.opens_on, call.closes_on, invited.reopened_until, today)


def scored_in(
    call: Call, rubric: Iterable[CallCriterion], viewer: Viewer
) -> dict[int, Scored]:
    """How each nomination (primary key) of a call is scored. One query."""
    lines = [Criterion(row.pk, row.weight, row.most) for row in rubric]
    rows = scores_visible_to(viewer).filter(nomination__call=call)
    given: defaultdict[int, defaultdict[int, dict[int, int]]]
    given = defaultdict(lambda: defaultdict(dict))
    for nomination, scorer, criterion, score in rows.values_list(
        "nomination", "scorer", "criterion", "score"
    ):
        given[nomination][scorer][criterion] = score
    return {
        key: _scored({who: weighted(lines, s) for who, s in by.items()}, viewer)
        for key, by in given.items()
    }


def _scored(totals: dict[int, Fraction | None], viewer: Viewer) -> Scored:
    mine = totals.get(viewer.person_id or 0)
    full = [total for total in totals.values() if total is not None]
    return Scored(len(full), mine, spread(full) if mine is not None else None)


@dataclass(frozen=True)
class ScoreLine:
    """One criterion: what the viewer gave, and what the others gave once they may know."""

    criterion: CallCriterion
    mine: int | None
    others: tuple[int, ...]

    @property
    def apart(self) -> bool:
        """The scorers are more than a third of the scale apart."""
        if self.mine is None or not self.others:
            return False
        found = (*self.others, self.mine)
        return 3 * (max(found) - min(found)) > self.criterion.most


def scores_of(nomination: Nomination, viewer: Viewer) -> list[ScoreLine]:
    """The rubric with the scores, the others' only once the viewer's own are in."""
    rubric = list(nomination.call.criteria.all())
    rows = list(scores_visible_to(viewer).filter(nomination=nomination))
    mine = {r.criterion_id: r.score for r in rows if r.scorer_id == viewer.person_id}
    others: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.scorer_id != viewer.person_id and mine:
            others[row.criterion_id].append(row.score)
    return [
        ScoreLine(line, mine.get(line.pk), tuple(sorted(others[line.pk])))
        for line in rubric
    ]


def nomination_at(viewer: Viewer, uuid: UUID) -> Nomination | None:
    """A nomination that the viewer may open."""
    rows = nominations_visible_to(viewer).filter(uuid=uuid)
    rows = rows.select_related(
        "call__cohort__programme",
        "call__topic",
        "member",
        "person",
        "holding__seat",
        "name_request",
    )
    found: Nomination | None = rows.first()
    return found


def file_at(viewer: Viewer, uuid: UUID) -> NominationFile | None:
    """A file of a nomination that the viewer may open."""
    seen = nominations_visible_to(viewer).order_by().values("pk")
    rows = NominationFile.objects.filter(nomination__in=seen, uuid=uuid)
    return rows.select_related("file", "nomination__member").first()


def answers_of(viewer: Viewer, at: datetime) -> list[MemberAnswer]:
    """What the viewer's own administration was asked, open calls first. Two queries."""
    members = viewer.members_as(*SEES_SEATS)
    calls = calls_visible_to(viewer).exclude(state=Call.State.DRAFT)
    rows = Invited.objects.filter(member__in=members, call__in=calls.order_by())
    rows = rows.select_related("member", "call__topic", "call__cohort__programme")
    found = list(rows.order_by("call__state", "-call__closes_on", "member__code"))
    found.sort(key=lambda row: row.call.state == Call.State.CONCLUDED)
    names: defaultdict[tuple[int, int], list[Nomination]] = defaultdict(list)
    own = nominations_visible_to(viewer).filter(member__in=members)
    for row in own.select_related("person", "name_request"):
        names[row.call_id, row.member_id].append(row)
    return [
        MemberAnswer(
            row,
            standing_for(row, row.call, at),
            tuple(names[row.call_id, row.member_id]),
        )
        for row in found
    ]


def invited_at(call: Call, member: str) -> Invited | None:
    """The Member (its code) as this call asks it."""
    rows = call.invited.select_related("member").filter(member__code=member)
    return rows.first()


def seats_of_member(nomination: Nomination, day: date) -> list[tuple[Seat, bool]]:
    """Seats on which the nominated officer could come, and whether each is vacant from
    a day on; vacant ones first.
    """
    call = nomination.call
    seats = Seat.objects.filter(
        cohort=call.cohort_id, topic=call.topic_id, member=nomination.member_id
    )
    held = Holding.objects.sharing(day, None).filter(seat__in=seats.order_by())
    taken = set(held.values_list("seat", flat=True))
    rows = [(seat, seat.pk not in taken) for seat in seats.order_by("number")]
    return sorted(rows, key=lambda row: not row[1])


def seats_by_member(cohort: Cohort, topic: int, day: date) -> dict[int, int]:
    """Vacant seats of a topic by Member (primary key): what a new call would ask for."""
    held = Holding.objects.on(day).values("seat")
    seats = Seat.objects.filter(cohort=cohort, topic=topic).exclude(pk__in=held)
    return dict(Counter(seats.values_list("member", flat=True)))


def members_to_ask(cohort: Cohort) -> QuerySet[Member]:
    """The Members of a cohort, by code."""
    members: QuerySet[Member] = cohort.members.order_by("code")
    return members


def nominations_held(person: Person) -> list[dict[str, Any]]:
    """What is held on a person's nominations, for themselves, as plain data.

    That scores exist is said, the scores are not: see docs/reference/personal-data.md.
    """
    rows = Nomination.objects.filter(person=person)
    rows = rows.select_related("call__cohort", "call__topic", "member")
    rows = rows.prefetch_related("files").annotate(
        scorers=Count("scores__scorer", distinct=True, filter=Q(scores__isnull=False))
    )
    return [
        {
            "uuid": str(row.uuid),
            "cohort": row.call.cohort.code,
            "topic": row.call.topic.code,
            "member": row.member.code,
            "state": row.state,
            "motivation": row.motivation,
            "submitted_at": row.submitted_at and row.submitted_at.isoformat(),
            "files": [each.name for each in row.files.all()],
            "scored_by": row.scorers,
        }
        for row in rows.order_by("created_at")
    ]


def seats_held(person: Person) -> list[dict[str, Any]]:
    """What is held on a person's seats, for themselves, as plain data."""
    rows = Holding.objects.filter(person=person).in_order()
    return [
        {
            "cohort": row.seat.cohort.code,
            "topic": row.seat.topic.code,
            "member": row.seat.member.code,
            "since": row.since.isoformat(),
            "began": row.began,
            "until": row.until and row.until.isoformat(),
            "ended": row.ended,
            "note": row.note,
        }
        for row in rows
    ]
