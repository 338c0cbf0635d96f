"""Seats that nobody holds when the session begins: a name is still wanted."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from mwalimu.people.querysets import overlaps_q
from mwalimu.programmes.engine.logistics import ASKED, OPEN
from mwalimu.programmes.models import (
    Call,
    Holding,
    Invited,
    LetterKind,
    Seat,
    Session,
    SessionGroup,
)

ASKS_FOR_A_NAME = (LetterKind.CALL, LetterKind.ANOTHER_NAME, LetterKind.REPLACEMENT)


@dataclass(frozen=True)
class Vacancy:
    """A seat without a holder; `state` is asked where a call is open or a letter went."""

    seat: Seat
    state: str


def vacancies_at(session: Session, asked: set[tuple[int, int]]) -> list[Vacancy]:
    """Seats of the session's cohorts that nobody holds on its days, by Member.

    `asked` are (cohort, Member) to which a letter asking for a name went. One query.
    A catch-up session is for those who came late: no seat is vacant for it.
    """
    starts = session.starts
    if starts is None or session.kind == Session.Kind.CATCH_UP:
        return []
    held = Holding.objects.filter(seat=OuterRef("pk"))
    calls = Invited.objects.filter(
        call__state=Call.State.OPEN,
        call__cohort=OuterRef("cohort"),
        call__topic=OuterRef("topic"),
        member=OuterRef("member"),
    )
    rows = Seat.objects.filter(cohort__in=session.cohorts.order_by().values("pk"))
    if session.group_id is not None:
        through = SessionGroup.members.through.objects.filter(
            sessiongroup=session.group_id
        )
        rows = rows.filter(member__in=through.values("member"))
    rows = rows.filter(~Exists(held.filter(overlaps_q(starts.first, starts.last))))
    rows = rows.annotate(called=Exists(calls)).select_related("member", "topic")
    return [
        Vacancy(row, ASKED if _is_asked(row, asked) else OPEN)
        for row in rows.order_by("member__code", "topic__position", "number")
    ]


def _is_asked(seat: Seat, asked: set[tuple[int, int]]) -> bool:
    called: bool = getattr(seat, "called", False)
    return called or (seat.cohort_id, seat.member_id) in asked


def about_names_q(session: Session) -> Q:
    """Letters that ask a Member of the session's cohorts for a name."""
    cohorts = session.cohorts.order_by().values("pk")
    return Q(cohort__in=cohorts, kind__in=ASKS_FOR_A_NAME)
