"""Who holds the seats of a cohort: today, on a day, at a session, and before."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    CAME_AFTER_OTHERS,
    Cohort,
    Holding,
    Seat,
    Session,
    SessionGroup,
)
from mwalimu.programmes.permissions import (
    holdings_visible_to,
    seats_counted_by,
    seats_visible_to,
)
from mwalimu.programmes.querysets import HoldingQuerySet

DAY = timedelta(days=1)
FOLLOWS = {
    Holding.Began.REPLACEMENT: Holding.Ended.REPLACED,
    Holding.Began.TRANSFER: Holding.Ended.TRANSFERRED,
}


@dataclass(frozen=True)
class SeatRow:
    """A seat with everybody who holds or held it, the first first."""

    seat: Seat
    history: tuple[Holding, ...]

    def holder(self, day: date) -> Holding | None:
        """Who holds it on a day."""
        return next((row for row in self.history if holds_on(row, day)), None)

    def coming(self, day: date) -> Holding | None:
        """Who holds it from a later day on."""
        return next((row for row in self.history if row.since > day), None)

    def completed(self, day: date) -> Holding | None:
        """Who held it to the end, where nobody came after them."""
        past = [row for row in self.history if row.until and row.until < day]
        last = past[-1] if past and not self.holder(day) else None
        return last if last and last.ended == Holding.Ended.COMPLETED else None

    def deferred(self, day: date) -> Holding | None:
        """Who deferred last and did not come back to this seat."""
        past = [row for row in self.history if row.until and row.until < day]
        last = past[-1] if past else None
        return last if last and last.ended == Holding.Ended.DEFERRED else None


@dataclass(frozen=True)
class SeatCounts:
    """Seats of a cohort, how many of them somebody holds, and how many somebody held
    to the end of the programme.
    """

    seats: int
    held: int
    completed: int = 0

    @property
    def vacant(self) -> int:
        """Seats that nobody holds, and nobody held to the end."""
        return self.seats - self.held - self.completed


def holds_on(holding: Holding, day: date) -> bool:
    """Whether a holding that is at hand holds on a day."""
    return holding.since <= day and (holding.until is None or day <= holding.until)


def cohort_seats(cohort: Cohort, viewer: Viewer) -> list[SeatRow]:
    """The seats of a cohort that a viewer sees, by Member, topic and number.

    Two queries, whatever the number of seats and holders.
    """
    seats = seats_visible_to(viewer).filter(cohort=cohort)
    found = list(
        seats.select_related("member", "topic").order_by(
            "member__code", "topic__position", "number"
        )
    )
    held = defaultdict(list)
    rows = Holding.objects.filter(seat__in=[seat.pk for seat in found])
    for row in rows.in_order():
        held[row.seat_id].append(row)
    return [SeatRow(seat, tuple(held[seat.pk])) for seat in found]


def seat_counts(
    viewer: Viewer, cohorts: Iterable[Cohort], day: date
) -> dict[int, SeatCounts]:
    """For each cohort (primary key) its seats, and how they are held on a day.

    An administration counts its own seats; who reads counts only, all of them.
    """
    keys = [cohort.pk for cohort in cohorts]
    held = Holding.objects.on(day).filter(seat=OuterRef("pk"))
    seats = seats_counted_by(viewer).filter(cohort__in=keys).order_by()
    ended = Holding.objects.filter(seat=OuterRef("pk"), until__lt=day)
    last = ended.order_by("-until").values("ended")[:1]
    rows = seats.annotate(is_held=Exists(held), last=Subquery(last))
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for cohort, is_held, ended_as in rows.values_list("cohort", "is_held", "last"):
        found[cohort]["held" if is_held else ended_as or ""] += 1
    return {
        key: SeatCounts(
            found[key].total(), found[key]["held"], found[key][Holding.Ended.COMPLETED]
        )
        for key in keys
    }


def holders_on(cohort: Cohort, day: date) -> HoldingQuerySet:
    """Holdings of a cohort's seats that hold on a day: not yet cut to a viewer."""
    rows: HoldingQuerySet = Holding.objects.on(day).filter(seat__cohort=cohort)
    return rows.in_order()


def expected_at(session: Session) -> list[Holding]:
    """Who is expected at a session: each person once, by Member and seat.

    Those who hold a seat of the session's cohorts on its first day; where only the
    month or year is known, on any day of it. A session group narrows it to its Members,
    a catch-up session to those who joined after others: late, as a successor, or back
    from a deferral; a session on one topic of a cohort in two to the seats of that
    topic. Without a date nobody can be expected. Not yet cut to a viewer.
    """
    starts = session.starts
    if starts is None:
        return []
    rows: HoldingQuerySet = Holding.objects.sharing(starts.first, starts.last)
    rows = rows.filter(seat__cohort__in=session.cohorts.order_by().values("pk"))
    about = session.topics.order_by().values("pk")
    named = Cohort.topics.through.objects.filter(
        cohort=OuterRef("seat__cohort"), topic__in=about
    )
    rows = rows.filter(~Exists(named) | Q(seat__topic__in=about))
    if session.group_id is not None:
        through = SessionGroup.members.through.objects.filter(
            sessiongroup=session.group_id
        )
        members = through.values("member")
        rows = rows.filter(seat__member__in=members)
    if session.kind == Session.Kind.CATCH_UP:
        rows = rows.filter(began__in=CAME_AFTER_OTHERS)
    return list({row.person_id: row for row in rows.in_order()}.values())


def seats_of_person(person: Person, viewer: Viewer) -> HoldingQuerySet:
    """The seats that a person holds and held, the newest first, as a viewer sees them."""
    rows: HoldingQuerySet = holdings_visible_to(viewer).filter(person=person)
    return rows.in_order().order_by("-since", "-pk")


def seat_at(viewer: Viewer, cohort: Cohort, uuid: UUID) -> Seat | None:
    """A seat of a cohort that the viewer may open."""
    rows = seats_visible_to(viewer).filter(cohort=cohort, uuid=uuid)
    return rows.select_related("cohort", "member", "topic").first()


def holding_at(viewer: Viewer, cohort: Cohort, uuid: UUID) -> Holding | None:
    """A holding of a seat of a cohort that the viewer may open."""
    rows = holdings_visible_to(viewer).filter(seat__cohort=cohort, uuid=uuid)
    found: Holding | None = rows.in_order().first()
    return found


def predecessor_of(holding: Holding) -> Holding | None:
    """The holding that ended because this one began: the same day, less one."""
    ended = FOLLOWS.get(Holding.Began(holding.began))
    rows = Holding.objects.filter(until=holding.since - DAY, ended=ended or "-")
    same = {"person": holding.person_id}
    if ended == Holding.Ended.REPLACED:
        same = {"seat": holding.seat_id}
    found: Holding | None = rows.filter(**same).in_order().first()
    return found


def successor_of(holding: Holding) -> Holding | None:
    """The holding that began because this one ended."""
    if holding.until is None:
        return None
    began = next((b for b, e in FOLLOWS.items() if e == holding.ended), "-")
    rows = Holding.objects.filter(since=holding.until + DAY, began=began)
    same = {"person": holding.person_id}
    if began == Holding.Began.REPLACEMENT:
        same = {"seat": holding.seat_id}
    found: Holding | None = rows.filter(**same).in_order().first()
    return found


def seats_to_move_to(
    viewer: Viewer, holding: Holding, day: date, own_too: bool = False
) -> list[Seat]:
    """Vacant seats of the same Member, in any cohort; its own seat only if `own_too`."""
    held = Holding.objects.filter(seat=OuterRef("pk")).filter(
        Q(until=None) | Q(until__gte=day)
    )
    seats = seats_visible_to(viewer).filter(member=holding.seat.member_id)
    seats = seats.filter(~Exists(held))
    if not own_too:
        seats = seats.exclude(pk=holding.seat_id)
    found = list(seats.select_related("cohort", "member", "topic"))
    found.sort(key=lambda seat: (seat.cohort_id != holding.seat.cohort_id, seat.pk))
    return found
