"""A board as comma-separated values, for a spreadsheet."""

from collections.abc import Iterator

from django.utils.translation import get_language, pgettext

from mwalimu.figures.exports import harmless, separated
from mwalimu.qualification.queries.board import Board, Line
from mwalimu.web.kit.path.states import SIGNS


def as_csv(board: Board) -> str:
    """A person a line; a column for each code that any of the standards asks."""
    codes = list(
        dict.fromkeys(
            line.code for rules in board.rules.values() for line in rules.lines
        )
    )
    rows = (list(map(harmless, _row(line, board, codes))) for line in board.lines)
    return separated([*_heads(), *map(harmless, codes)], rows)


def _heads() -> list[str]:
    return [
        pgettext("column", "Cohort"),
        pgettext("column", "Standard"),
        pgettext("column", "Member"),
        pgettext("column", "Name"),
        pgettext("column", "Topics"),
        pgettext("column", "In the cohort since"),
        pgettext("column", "Done"),
        pgettext("column", "Missed"),
        pgettext("column", "Behind since"),
    ]


def _row(line: Line, board: Board, codes: list[str]) -> Iterator[str]:
    reading = get_language() or "en"
    rules = board.rules.get(line.cohort.pk)
    yield line.cohort.code
    yield f"{rules.edition.standard.code} {rules.edition.number}" if rules else ""
    yield "; ".join(str(member.name(reading)) for member in line.members)
    yield line.name
    yield "; ".join(str(topic.name(reading)) for topic in line.topics)
    yield line.since.isoformat()
    yield str(line.done)
    yield str(line.missed)
    yield line.behind_since.isoformat() if line.behind_since else ""
    states = {
        verdict.requirement.code: str(SIGNS[verdict.state].word)
        for verdict in (line.standing.verdicts if line.standing else ())
    }
    yield from (states.get(code, "") for code in codes)
