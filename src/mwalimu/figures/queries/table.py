"""`figure`: one indicator, cut and filtered, as a table that explains itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from mwalimu.figures.engine import grammar
from mwalimu.figures.engine.dimensions import OF_PEOPLE, natural
from mwalimu.figures.engine.grammar import Condition
from mwalimu.figures.engine.indicators import Indicator, Kind
from mwalimu.figures.engine.suppression import TOTAL
from mwalimu.figures.queries import hiding
from mwalimu.figures.queries.awards import master_trainers
from mwalimu.figures.queries.catalogue import check_values
from mwalimu.figures.queries.measures import Key, Measure, Question, measures
from mwalimu.people.permissions import Viewer


@dataclass(frozen=True)
class Amount:
    """A number of a figure. `hidden`: too small to be shown, or it protects one that is.

    `at_least` and `at_most` only where the figure is an interval.
    """

    value: int | Decimal | None
    at_least: int | None = None
    at_most: int | None = None
    hidden: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.at_least == self.at_most


HIDDEN = Amount(None, hidden=True)


@dataclass(frozen=True)
class FigureRow:
    """One row of a cut: the codes of its dimensions, and the amount."""

    key: Key
    amount: Amount


@dataclass(frozen=True)
class FigureTable:
    """An indicator, cut by `by` within `conditions`. Rows are in natural order.

    `as_of` None: now. `adds_up`: the rows add up to the total. `row_totals` and
    `column_totals`: of a cut by two dimensions that adds up, by code. `synthetic`: some
    of what is counted is made up. `public`: small groups are hidden.
    """

    indicator: Indicator
    by: tuple[str, ...]
    conditions: tuple[Condition, ...]
    rows: tuple[FigureRow, ...]
    total: Amount
    as_of: datetime | None
    synthetic: bool
    public: bool
    adds_up: bool
    row_totals: Mapping[str, Amount] = field(default_factory=dict)
    column_totals: Mapping[str, Amount] = field(default_factory=dict)

    @property
    def hides(self) -> bool:
        """Whether something is hidden in it."""
        return self.total.hidden or any(row.amount.hidden for row in self.rows)


def figure(
    indicator: str,
    by: Sequence[str] = (),
    where: Mapping[str, str] | None = None,
    *,
    viewer: Viewer,
    as_of: datetime | None = None,
    public: bool = False,
) -> FigureTable:
    """Answer a question about a figure, with what the viewer may see of it.

    `where`: as on the command line, `{"host": "KE", "year": "2018..2023"}`. `as_of`: the
    instant as of which it is counted; None means now. Whoever is not signed in gets the
    public form whatever is asked. Two or three queries. Raises BadQuestion.
    """
    public = public or not viewer.is_signed_in
    asked = grammar.indicator_called(indicator)
    cut = grammar.cuts(asked, by, public)
    conditions = grammar.conditions(asked, where or {}, public)
    check_values(conditions)
    question = Question(cut, asked_of(asked, conditions), as_of)
    return _table(asked, question, conditions, public)


def asked_of(
    asked: Indicator, conditions: tuple[Condition, ...]
) -> tuple[Condition, ...]:
    """The conditions with what the indicator itself counts only."""
    if not asked.only_led_by:
        return conditions
    return (*conditions, Condition("led_by", asked.only_led_by))


def counted(asked: Indicator, question: Question) -> dict[Key, Measure]:
    """The measures of an indicator, from awards or from the cube."""
    if asked.code == "master_trainers":
        return master_trainers(question)
    return measures(asked, question)


def _table(
    asked: Indicator,
    question: Question,
    conditions: tuple[Condition, ...],
    public: bool,
) -> FigureTable:
    found = counted(asked, question)
    adds_up = asked.adds_up(question.by)
    whole = _whole(asked, question, found, adds_up)
    sums = _sums(question.by, found) if adds_up and len(question.by) == 2 else {}
    hide = frozenset[tuple[str, str]]()
    if public and asked.of_people:
        relaxed = [
            counted(asked, replace(question, conditions=rest))
            for rest in _without_each(question)
        ]
        hide = hiding.places_to_hide(found, whole, relaxed)
    table = FigureTable(
        indicator=asked,
        by=question.by,
        conditions=conditions,
        rows=tuple(
            FigureRow(key, _amount(asked, measure, hiding.place_of(key) in hide))
            for key, measure in sorted(found.items(), key=_natural(question.by, found))
            if question.by
        ),
        total=_amount(asked, whole, hiding.whole_place(question.by, found) in hide),
        as_of=question.as_of,
        synthetic=whole.synthetic,
        public=public,
        adds_up=adds_up,
    )
    lines = {
        place: _amount(asked, measure, place in hide) for place, measure in sums.items()
    }
    return replace(
        table,
        row_totals={row: a for (row, column), a in lines.items() if column == TOTAL},
        column_totals={column: a for (row, column), a in lines.items() if row == TOTAL},
    )


def _whole(
    asked: Indicator, question: Question, found: dict[Key, Measure], adds_up: bool
) -> Measure:
    if not question.by:
        return found[()]
    if adds_up:
        made = any(measure.synthetic for measure in found.values())
        return Measure(sum(measure.value for measure in found.values()), made)
    return counted(asked, replace(question, by=()))[()]


def _sums(
    by: tuple[str, ...], found: dict[Key, Measure]
) -> dict[tuple[str, str], Measure]:
    """Row and column totals of a cut by two dimensions."""
    sums: dict[tuple[str, str], int] = {}
    for (row, column), measure in found.items():
        for place in ((row, TOTAL), (TOTAL, column)):
            sums[place] = sums.get(place, 0) + measure.value
    return {
        place: Measure(value)
        for place, value in sorted(
            sums.items(), key=lambda item: _natural_place(by, item[0])
        )
    }


def _natural_place(
    by: tuple[str, ...], place: tuple[str, str]
) -> tuple[tuple[int, tuple[int, int, str]], ...]:
    return tuple(
        (0, natural(name, code)) if code != TOTAL else (1, (0, 0, ""))
        for name, code in zip(by, place, strict=True)
    )


def _natural(
    by: tuple[str, ...], found: Mapping[Key, Measure]
) -> Callable[[tuple[Key, Measure]], tuple[Any, ...]]:
    """The place of each row; of each code it is asked once."""
    places = [
        {code: natural(name, code) for code in {key[axis] for key in found}}
        for axis, name in enumerate(by)
    ]
    return lambda item: tuple(map(dict.__getitem__, places, item[0]))


def _without_each(question: Question) -> list[tuple[Condition, ...]]:
    """The conditions with each filter on people left out in turn."""
    return [
        tuple(other for other in question.conditions if other is not each)
        for each in question.conditions
        if each.dimension in OF_PEOPLE and each.dimension not in question.by
    ]


def _amount(asked: Indicator, measure: Measure, hidden: bool) -> Amount:
    if hidden:
        return HIDDEN
    if asked.code == "hours":
        return Amount(Decimal(measure.value) / 10)
    if asked.kind == Kind.INTERVAL and measure.interval:
        bounds = measure.interval
        return Amount(measure.value, bounds.at_least, bounds.at_most)
    return Amount(measure.value)
