"""What the administrations are to do: names, letters, seats; and the team with them."""

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from mwalimu.notices.engine.kinds import BY_CODE
from mwalimu.notices.queries.sources.cut import cut
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Call,
    Holding,
    Invited,
    NameRequest,
    Nomination,
    Programme,
    Seat,
)
from mwalimu.programmes.permissions import (
    calls_visible_to,
    letters_visible_to,
    seats_visible_to,
)

Rows = list[QuerySet[Any, Any]]
A_MONTH = timedelta(days=30)
GIVEN = (Nomination.State.SUBMITTED, Nomination.State.ACCEPTED)


def at_their_places(
    rows: QuerySet[Any], kind: str, viewer: Viewer, member: str = "member"
) -> QuerySet[Any]:
    """Rows of the Members for which the viewer plays one of the roles of a kind."""
    if viewer.sees_everything:
        return rows
    places = viewer.members_as(*BY_CODE[kind].roles)
    return rows.filter(**{f"{member}__in": places})


def _lacking_names(viewer: Viewer, on: date, kind: str) -> QuerySet[Any]:
    """Members that a call asks now and whose names are not all in; `missing` of them."""
    given = Nomination.objects.filter(
        call=OuterRef("call"), member=OuterRef("member"), state__in=GIVEN
    )
    asked = NameRequest.objects.filter(
        nomination__call=OuterRef("call"), nomination__member=OuterRef("member")
    )
    rows = Invited.objects.filter(
        call__in=calls_visible_to(viewer).order_by().values("pk"),
        call__state=Call.State.OPEN,
        call__opens_on__lte=on,
    )
    later = When(reopened_until__gt=F("call__closes_on"), then=F("reopened_until"))
    asked_of: QuerySet[Any] = at_their_places(rows, kind, viewer).annotate(
        missing=F("seats") - Coalesce(Subquery(counted(given)), Value(0)),
        last=Case(later, default=F("call__closes_on")),
        answer_by=Subquery(asked.order_by("-pk").values("answer_by")[:1]),
    )
    return asked_of.filter(missing__gt=0)


def counted(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """How many rows there are, for a subquery; no row where there are none."""
    one: QuerySet[Any, Any] = rows.order_by().annotate(together=Value(1))
    grouped: QuerySet[Any, Any] = one.values("together")
    found: QuerySet[Any, Any] = grouped.annotate(found=Count("pk"))
    return found.values("found")


def names_missing(viewer: Viewer, on: date) -> Rows:
    """A call is open, and names are missing."""
    rows = _lacking_names(viewer, on, "names_missing").filter(last__gte=on)
    return [_names("names_missing", rows, day="last")]


def another_name(viewer: Viewer, on: date) -> Rows:
    """The project team asked for another name, and none has come."""
    rows = _lacking_names(viewer, on, "another_name")
    rows = rows.filter(answer_by__isnull=False)
    return [_names("another_name", rows, day="answer_by")]


def _names(kind: str, rows: QuerySet[Any], day: str) -> QuerySet[Any, Any]:
    return cut(
        kind,
        rows,
        uuid="call__uuid",
        day=day,
        number="missing",
        place="member",
        cohort="call__cohort",
        topic="call__topic",
    )


def names_to_decide(viewer: Viewer, _on: date) -> Rows:
    """Names were put forward, and the project team has yet to decide."""
    rows = _waiting_names(viewer).filter(waiting__gt=0)
    return [_call("names_to_decide", rows, day="first", number="waiting")]


def call_to_conclude(viewer: Viewer, on: date) -> Rows:
    """A call has closed everywhere, every name is decided, and it is not concluded."""
    late = Invited.objects.filter(call=OuterRef("pk"), reopened_until__gte=on)
    rows = _waiting_names(viewer).filter(~Exists(late), closes_on__lt=on)
    return [_call("call_to_conclude", rows.filter(waiting=0), day="closes_on")]


def _waiting_names(viewer: Viewer) -> QuerySet[Any]:
    """Open calls with how many names are `waiting`, since when the `first` of them."""
    names = Nomination.objects.waiting().filter(call=OuterRef("pk"))
    first = names.order_by("submitted_at").values("submitted_at")[:1]
    still = calls_visible_to(viewer).filter(state=Call.State.OPEN)
    found: QuerySet[Any] = still.annotate(
        waiting=Coalesce(Subquery(counted(names)), Value(0)), first=Subquery(first)
    )
    return found


def _call(kind: str, rows: QuerySet[Any], **columns: Any) -> QuerySet[Any, Any]:
    return cut(kind, rows, uuid="uuid", cohort="cohort", topic="topic", **columns)


def letter_to_answer(viewer: Viewer, on: date) -> Rows:
    """The project team wrote, and asks for an answer within a month."""
    rows = letters_visible_to(viewer).unanswered()
    rows = rows.filter(answer_by__lte=on + A_MONTH)
    return [_letter("letter_to_answer", rows, viewer)]


def letter_unanswered(viewer: Viewer, on: date) -> Rows:
    """The day by which an answer was asked for is over."""
    rows = letters_visible_to(viewer).unanswered().filter(answer_by__lt=on)
    return [_letter("letter_unanswered", rows)]


def _letter(
    kind: str, rows: QuerySet[Any], viewer: Viewer | None = None
) -> QuerySet[Any, Any]:
    if viewer is not None:
        rows = at_their_places(rows, kind, viewer)
    columns = {"title": "number", "place": "member", "cohort": "cohort"}
    return cut(kind, rows, uuid="uuid", day="answer_by", **columns)


def _vacant(viewer: Viewer, on: date) -> QuerySet[Seat]:
    """Seats of running programmes that nobody holds, will hold or has completed."""
    holds = Q(until=None) | Q(until__gte=on) | Q(ended=Holding.Ended.COMPLETED)
    taken = Holding.objects.filter(holds, seat=OuterRef("pk"))
    running = Programme.Status.RUNNING
    rows = seats_visible_to(viewer).filter(cohort__programme__status=running)
    return rows.filter(~Exists(taken))


def seats_vacant(viewer: Viewer, on: date) -> Rows:
    """How many seats of a cohort are vacant."""
    rows = _vacant(viewer, on).order_by().values("cohort")
    return [_seats("seats_vacant", rows)]


def own_seats_vacant(viewer: Viewer, on: date) -> Rows:
    """How many seats of a Member in a cohort are vacant."""
    rows = at_their_places(_vacant(viewer, on), "own_seats_vacant", viewer)
    rows = rows.order_by().values("cohort", "member")
    return [_seats("own_seats_vacant", rows, place="member")]


def _seats(kind: str, rows: Any, **columns: Any) -> QuerySet[Any, Any]:
    found = rows.annotate(vacant=Count("pk"))
    columns |= {"uuid": "cohort__uuid", "cohort": "cohort", "number": "vacant"}
    return cut(kind, found, **columns)
