"""The logistics board of a session: people against the steps that bring them there."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.logistics import (
    DONE,
    LETTER,
    NOMINEE,
    NOT_NEEDED,
    OPEN,
    STEPS,
    WAITING,
    due_on,
    is_late,
)
from mwalimu.programmes.models import Arrangement, Letter, Mode, Session
from mwalimu.programmes.permissions import (
    Sight,
    logistics_visible_to,
    logistics_written_by,
)
from mwalimu.programmes.queries.logistics.letters import (
    Sent,
    letters_sent,
    needs_letter,
)
from mwalimu.programmes.queries.logistics.travellers import (
    Key,
    Part,
    Traveller,
    arrangements_by_key,
    travellers_at,
)
from mwalimu.programmes.queries.logistics.vacancies import Vacancy, vacancies_at
from mwalimu.shared.dates import Precision


@dataclass(frozen=True)
class Cell:
    """One step of one person. `row` is what is kept; `letter` what the step follows from."""

    step: str
    state: str
    late: bool = False
    day: date | None = None
    hour: time | None = None
    until: date | None = None
    note: str = ""
    may_set: bool = False
    row: Arrangement | None = None
    letter: Letter | None = None


@dataclass(frozen=True)
class Row:
    """A person with a cell for each column; None where the viewer may not look."""

    who: Traveller
    cells: tuple[Cell | None, ...]

    @property
    def may_set(self) -> bool:
        """The viewer writes something of this person."""
        return any(cell and cell.may_set for cell in self.cells)

    def has(self, states: frozenset[str] = WAITING, late: bool = False) -> bool:
        """A step in one of these states; with `late`, one whose day is past."""
        return any(
            cell and cell.state in states and (cell.late or not late)
            for cell in self.cells
        )

    def cell(self, step: str) -> Cell | None:
        """The cell of a step."""
        return next((cell for cell in self.cells if cell and cell.step == step), None)


@dataclass(frozen=True)
class Column:
    """A step with its day, and how many are in which state. Former people do not count."""

    step: str
    due: date | None
    own: bool
    states: Counter[str] = field(default_factory=Counter)
    late: int = 0

    @property
    def waiting(self) -> int:
        """How many are open or asked."""
        return sum(self.states[state] for state in WAITING)


@dataclass(frozen=True)
class Board:
    """What a viewer sees of the logistics of a session."""

    session: Session
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    vacancies: tuple[Vacancy, ...]
    writes: Sight

    @property
    def steps(self) -> tuple[str, ...]:
        """The columns' steps."""
        return tuple(column.step for column in self.columns)

    @property
    def steps_to_set(self) -> tuple[str, ...]:
        """Those of them that the viewer writes for somebody."""
        return tuple(s for s in self.steps if self.writes.covers_somebody(s))

    def row(self, uuid: object) -> Row | None:
        """The row of a person, by the public id."""
        return next((row for row in self.rows if row.who.uuid == uuid), None)


def own_days(session: Session) -> dict[str, int]:
    """Days before the first day that the team set, by step. One query."""
    return dict(session.deadlines.values_list("step", "days_before"))


def first_day(session: Session) -> date | None:
    """The first day, where it is known to the day."""
    starts = session.starts
    return starts.first if starts and starts.precision == Precision.DAY else None


def board_of(viewer: Viewer, session: Session, today: date) -> Board:
    """The board as the viewer sees it on a day. Eight queries, whoever comes."""
    sees = logistics_visible_to(viewer, session)
    writes = logistics_written_by(viewer, session)
    own, first = own_days(session), first_day(session)
    steps = [step for step in STEPS if sees.covers_somebody(step)]
    due = {step: due_on(step, first, own) for step in steps}
    arranged = arrangements_by_key(session)
    people = travellers_at(session, arranged)
    sent = letters_sent(viewer, session) if LETTER in steps else Sent()
    make = _Maker(session, sees, writes, sent, arranged, due, today)
    known = [who for who in people if sees.knows(who.member_key)]
    rows = tuple(make.row(who, steps) for who in known)
    vacant = vacancies_at(session, sent.names) if NOMINEE in steps else []
    return Board(
        session,
        tuple(_column(step, due[step], step in own, rows) for step in steps),
        rows,
        tuple(v for v in vacant if sees.covers(v.seat.member_id, NOMINEE)),
        writes,
    )


@dataclass(frozen=True)
class _Maker:
    """Makes the cells of a board."""

    session: Session
    sees: Sight
    writes: Sight
    sent: Sent
    arranged: Mapping[Key, Mapping[str, Arrangement]]
    due: Mapping[str, date | None]
    today: date

    def row(self, who: Traveller, steps: Sequence[str]) -> Row:
        """A person with the cells that the viewer may see."""
        return Row(
            who,
            tuple(
                self._cell(who, step)
                if self.sees.covers(who.member_key, step)
                else None
                for step in steps
            ),
        )

    def _cell(self, who: Traveller, step: str) -> Cell:
        if step == LETTER:
            return self._letter(who)
        if step == NOMINEE:
            return self._nominee(who)
        kept = self.arranged.get(who.key, {}).get(step)
        state = kept.state if kept else self._unwritten(who)
        may_set = self.writes.covers(who.member_key, step)
        late = self._late(step, state, who)
        if kept is None:
            return Cell(step, state, late, may_set=may_set)
        return Cell(
            step,
            state,
            late,
            kept.day,
            kept.hour,
            kept.until,
            kept.note,
            may_set,
            kept,
        )

    def _unwritten(self, who: Traveller) -> str:
        """Nobody travels to a session online, or who comes no longer."""
        stays = self.session.mode == Mode.ONLINE or who.part == Part.FORMER
        return NOT_NEEDED if stays else OPEN

    def _late(self, step: str, state: str, who: Traveller) -> bool:
        return who.part != Part.FORMER and is_late(state, self.due[step], self.today)

    def _letter(self, who: Traveller) -> Cell:
        letter = self.sent.to(who)
        if letter is not None:
            return Cell(LETTER, DONE, day=letter.dated_on, letter=letter)
        state = OPEN if needs_letter(who) else NOT_NEEDED
        return Cell(LETTER, state, self._late(LETTER, state, who))

    def _nominee(self, who: Traveller) -> Cell:
        if who.holding is None:
            return Cell(NOMINEE, NOT_NEEDED)
        return Cell(NOMINEE, DONE, day=who.holding.since)


def _column(step: str, due: date | None, own: bool, rows: Sequence[Row]) -> Column:
    cells = [row.cell(step) for row in rows if row.who.part != Part.FORMER]
    known = [cell for cell in cells if cell]
    states = Counter(cell.state for cell in known)
    return Column(step, due, own, states, sum(cell.late for cell in known))
