"""Understanding the cells of one event; what is not known stays unknown."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.programmes.engine.stages import StageReading, read_stage
from mwalimu.programmes.importing.rows import Problem, Row
from mwalimu.programmes.models import Confidence, Mode
from mwalimu.programmes.operations.checks import MOST_PEOPLE
from mwalimu.reference.models import Member, Partner, Topic
from mwalimu.shared.dates import BadDate, PartialDate

MODES = {
    "in person": Mode.IN_PERSON,
    "online": Mode.ONLINE,
    "hybrid": Mode.HYBRID,
    "": Mode.NOT_RECORDED,
}
NO_TOPIC = {"", "-", "steering"}
SAME_TOPIC = {"RM/IA": "RM", "IA": "RM", "RMIA": "RM"}


@dataclass(frozen=True)
class Known:
    """The reference rows that cells may name, by code in capitals."""

    members: Mapping[str, Member]
    topics: Mapping[str, Topic]
    partners: Mapping[str, Partner]


@dataclass
class Event:
    """One row understood. `values` holds only what its columns say."""

    row: Row
    reading: StageReading
    codes: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)
    stage_codes: tuple[str, ...] | None = None


class _Wrong(ValueError):
    """A cell is wrong; the text says what would be right."""


def parse_event(row: Row, known: Known) -> Event | list[Problem]:
    """The event that a row tells of, or everything that is wrong with it."""
    parser = _Parser(row, known)
    event = parser.event()
    return parser.problems or event


class _Parser:
    def __init__(self, row: Row, known: Known) -> None:
        self.row = row
        self.known = known
        self.problems: list[Problem] = []

    def event(self) -> Event:
        """Read every cell, noting what is wrong."""
        cells = self.row.cells
        for column in ("id", "stage", "cohort", "start"):
            if not cells[column]:
                self.wrong(column, _MISSING[column])
        event = Event(
            row=self.row,
            reading=read_stage(cells["stage"]),
            codes=tuple(re.split(r"\s*[/+;,]\s*", cells["cohort"])),
        )
        event.values = {"source_key": cells["id"], "source_stage": cells["stage"]}
        for column, read in _READERS.items():
            if column in cells:
                event.values |= self.tried(column, read) or {}
        self.check_order(event.values)
        if "stage_codes" in cells:
            event.stage_codes = tuple(cells["stage_codes"].split())
        return event

    def tried(
        self, column: str, read: Callable[[str, Known], dict[str, Any]]
    ) -> dict[str, Any] | None:
        """What a reader makes of a cell; None where it is wrong."""
        try:
            return read(self.row.cells[column], self.known)
        except BadDate:
            self.wrong(column, _NO_DATE)
        except _Wrong as error:
            self.wrong(column, str(error))
        return None

    def check_order(self, values: dict[str, Any]) -> None:
        """The end may not lie before the start."""
        first, last = values.get("starts"), values.get("ends")
        if first and last and last.last < first.first:
            text = pgettext("import", "The end is before the start, %(start)s.")
            self.wrong("end", text % {"start": first})

    def wrong(self, column: str, message: str | Promise) -> None:
        """Note a problem, one a cell."""
        if not any(problem.column == column for problem in self.problems):
            self.problems.append(self.row.problem(column, str(message)))


_MISSING = {
    "id": pgettext_lazy(
        "import", "Give the event an id that no other row has, for example E01."
    ),
    "stage": pgettext_lazy(
        "import", "Say what took place, for example WG1 or launch ceremony."
    ),
    "cohort": pgettext_lazy("import", "Name the cohort, for example EA-PCA."),
    "start": pgettext_lazy(
        "import",
        "Give the first day, or its month or year: 2021-03-16, 2021-03 or 2021.",
    ),
}
_NO_DATE = pgettext_lazy(
    "import", "This is no date that exists: write 2021-03-16, 2021-03 or 2021."
)


def _date(name: str) -> Callable[[str, Known], dict[str, Any]]:
    def read(cell: str, _known: Known) -> dict[str, Any]:
        if not cell:
            return {name: None}
        found = PartialDate.parse(cell)
        if not 1990 <= found.first.year <= 2100:
            raise _Wrong(pgettext("import", "The year must lie between 1990 and 2100."))
        return {name: found}

    return read


def _mode(cell: str, _known: Known) -> dict[str, Any]:
    word = "" if re.fullmatch(r"\(.*\)|\?", cell) else cell.lower()
    word = word.replace("_", " ").replace("-", " ")
    if word not in MODES:
        raise _Wrong(
            pgettext("import", "Write in person, online or hybrid, or leave it empty.")
        )
    return {"mode": MODES[word]}


def _city(cell: str, _known: Known) -> dict[str, Any]:
    """A place in brackets is a remark about a place that is not known."""
    remark = re.fullmatch(r"\((.*)\)", cell)
    if remark:
        text = "" if remark[1].strip() == "not found" else remark[1].strip()
        return {"city": "", "place_note": text}
    return {"city": cell, "place_note": ""}


def _country(cell: str, known: Known) -> dict[str, Any]:
    if not cell:
        return {"host": None}
    (host,) = _look_up([cell], known.members, _NO_MEMBER)
    return {"host": host}


def _members(cell: str, known: Known) -> dict[str, Any]:
    codes = [code for code in re.split(r"[;,\s]+", cell) if code]
    return {"members": tuple(_look_up(codes, known.members, _NO_MEMBER))}


def _topic(cell: str, known: Known) -> dict[str, Any]:
    if cell.lower() in NO_TOPIC:
        return {"topics": ()}
    codes = [
        SAME_TOPIC.get(code.upper(), code) for code in re.split(r"\s*[+;]\s*", cell)
    ]
    return {"topics": tuple(_look_up(codes, known.topics, _NO_TOPIC))}


def _partners(cell: str, known: Known) -> dict[str, Any]:
    codes = [code for code in re.split(r"[;\s]+", cell) if code]
    return {"partners": tuple(_look_up(codes, known.partners, _NO_PARTNER))}


_NO_MEMBER = pgettext_lazy(
    "import",
    "%(codes)s is no Member we know: write ISO 3166 codes of two letters, for example"
    " KE;TZ.",
)
_NO_TOPIC = pgettext_lazy("import", "%(codes)s is no topic we know: write %(known)s.")
_NO_PARTNER = pgettext_lazy(
    "import", "%(codes)s is no partner we know: write %(known)s."
)


def _look_up(
    codes: list[str], known: Mapping[str, Any], wrong: str | Promise
) -> list[Any]:
    """The rows of these codes, each once."""
    unknown = [code for code in codes if code.upper() not in known]
    if unknown:
        told = {"codes": ", ".join(unknown)[:60], "known": ", ".join(sorted(known))}
        raise _Wrong(str(wrong) % told)
    return list({code.upper(): known[code.upper()] for code in codes}.values())


def _count(cell: str) -> int | None:
    if cell in ("", "?"):
        return None
    if not re.fullmatch(r"\d{1,5}", cell) or int(cell) > MOST_PEOPLE:
        text = pgettext(
            "import",
            "Write a whole number of people from 0 to %(most)s, or leave it empty where"
            " it is not known.",
        )
        raise _Wrong(text % {"most": MOST_PEOPLE})
    return int(cell)


def _participants(cell: str, _known: Known) -> dict[str, Any]:
    return {"participants": _count(cell)}


def _demo_trainees(cell: str, _known: Known) -> dict[str, Any]:
    """Empty: no demonstration is known. `?`: there was one, of unknown size."""
    return {"demo_trainees": _count(cell), "demo_trainees_unknown": cell == "?"}


def _confidence(cell: str, _known: Known) -> dict[str, Any]:
    letter = cell.upper()
    if letter not in ("", *Confidence.values):
        text = pgettext(
            "import", "Write A (primary source), B (good secondary) or C (weak)."
        )
        raise _Wrong(text)
    return {"confidence": letter}


def _text(name: str) -> Callable[[str, Known], dict[str, Any]]:
    def read(cell: str, _known: Known) -> dict[str, Any]:
        return {name: cell}

    return read


_READERS: dict[str, Callable[[str, Known], dict[str, Any]]] = {
    "start": _date("starts"),
    "end": _date("ends"),
    "mode": _mode,
    "city": _city,
    "country": _country,
    "members": _members,
    "topic": _topic,
    "partners": _partners,
    "participants": _participants,
    "demo_trainees": _demo_trainees,
    "confidence": _confidence,
    "source": _text("source"),
    "note": _text("note"),
}
