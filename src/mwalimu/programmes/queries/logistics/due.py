"""What reminders ask: which steps of which sessions wait, and for whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mwalimu.people.permissions import OPERATOR
from mwalimu.programmes.engine.logistics import STEPS
from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.logistics.board import Board, board_of
from mwalimu.programmes.queries.logistics.travellers import Part, Traveller
from mwalimu.programmes.queries.logistics.vacancies import Vacancy

AHEAD = timedelta(days=120)
SOON = timedelta(days=14)


@dataclass(frozen=True)
class LogisticsDue:
    """A step of a session that waits; `days` left, fewer than 0: overdue.

    `waiting` are the people for whom it is open or asked, in the order of the board;
    `vacancies` the seats for which a name is wanted (step `nominee` only). Not cut to
    anybody: by `Traveller.member` and `Vacancy.seat.member` a digest takes what is a
    coordinator's. Names as in passports and flights are never in it.
    """

    session: Session
    step: str
    due: date
    days: int
    waiting: tuple[Traveller, ...]
    vacancies: tuple[Vacancy, ...] = ()


def logistics_open(on: date, within: timedelta = SOON) -> list[LogisticsDue]:
    """Steps due within these days or overdue, of sessions that begin within 120 days
    from `on` and were not called off: by session, the first due first.

    Eight queries for each such session; only sessions to which people travel count.
    """
    rows = Session.objects.filter(
        cancelled_at=None, starts_on__range=(on, on + AHEAD), starts_precision="day"
    ).exclude(mode="online")
    rows = rows.select_related("programme", "host", "group")
    found = [
        each
        for session in rows.order_by("starts_on", "pk")
        for each in _of(board_of(OPERATOR, session, on), on, within)
    ]
    return sorted(found, key=lambda each: (each.session.starts_on, each.due))


def _of(board: Board, on: date, within: timedelta) -> Iterator[LogisticsDue]:
    for column in board.columns:
        if column.due is None or column.due > on + within:
            continue
        waiting = tuple(
            row.who
            for row in board.rows
            if row.who.part != Part.FORMER
            and (cell := row.cell(column.step))
            and cell.state in ("open", "asked")
        )
        vacant = board.vacancies if column.step == STEPS[1] else ()
        if waiting or vacant:
            days = (column.due - on).days
            yield LogisticsDue(
                board.session, column.step, column.due, days, waiting, vacant
            )
