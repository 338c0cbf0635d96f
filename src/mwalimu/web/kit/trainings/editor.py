"""The form of a training as a whole: read from the record, or from what was typed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from django.http import QueryDict
from django.utils.translation import pgettext

from mwalimu.people.models import Sector, Sex
from mwalimu.people.permissions import KEEPS_RECORDS
from mwalimu.reference.models import Member
from mwalimu.shared.ids import new_id
from mwalimu.shared.texts import is_readable
from mwalimu.trainings.models import Training
from mwalimu.trainings.operations import (
    CountEntry,
    NamedEntry,
    Problem,
    TrainerEntry,
    TrainingFacts,
)
from mwalimu.trainings.operations.checks import MOST_NAMED
from mwalimu.trainings.queries import Taking, head_counts_of, people_of
from mwalimu.web.kit.requests import as_number
from mwalimu.web.kit.trainings.blocks import Blocks
from mwalimu.web.kit.trainings.choices import Choices
from mwalimu.web.kit.trainings.compact import (
    OPEN,
    CompactRow,
    NotCompact,
    packed,
    unpacked,
)
from mwalimu.web.kit.trainings.fields import UNKNOWN_MEMBER
from mwalimu.web.kit.trainings.forms import (
    CountsForm,
    FactsForm,
    ParticipantRow,
    PersonRow,
    TrainerRow,
    stored_facts,
)
from mwalimu.web.kit.trainings.paste import PastedLine, read_lines
from mwalimu.web.kit.trainings.who import Known, hidden_name

MOST_ROWS = {
    "trainers": 20,
    "people": MOST_NAMED,
    "counts": 30,
}  # that the form adds up to
MOST_READ = {"trainers": 200, "people": 2_100, "counts": 200}  # a record may have more
BLANK = {"trainers": 2, "people": 2, "counts": 1}
ADDED = 5
FIELD = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?\Z")
Row = TypeVar("Row", bound=PersonRow)


class Editor:
    """One form: facts, trainers, head-counts, named people, a list to paste."""

    def __init__(self, choices: Choices, training: Training | None = None) -> None:
        self.choices = choices
        self.training = training
        self.revision = training.revision if training else 0
        self.key = str(new_id())
        self.paste = ""
        self.pasted_wrong: list[PastedLine] = []
        self.problems: list[Problem] = []
        self.differences: list[tuple[str, str, str]] = []
        self.act = "save"
        self.takings: list[Taking] = people_of(training) if training else []
        self.known = Known.of(choices.viewer, self.takings)

    # From the record

    def open(self, start: Mapping[str, Any], me: Taking | None = None) -> "Editor":
        """Show the record; a new one starts with these values, and `me` as its lead."""
        initial = stored_facts(self.training, self.choices) if self.training else start
        self.facts_form = FactsForm(self.choices, initial=initial)
        taught = [row for row in self.takings if row.role] or ([me] if me else [])
        named = [row for row in self.takings if not row.role]
        self.blocks = Blocks(
            self._rows(TrainerRow, "trainers", map(self._trainer, taught)),
            self._people(list(map(self._participant, named))),
            self._counts(),
        )
        return self

    def _people(
        self, initials: list[dict[str, Any]]
    ) -> list[ParticipantRow | CompactRow]:
        """The first in full rows, the others in lines; blanks at the end."""
        rows: list[ParticipantRow | CompactRow] = []
        for place, initial in enumerate([*initials, *[{}] * BLANK["people"]]):
            if OPEN <= place < len(initials):
                text, members = packed(initial), self.choices.members
                rows.append(CompactRow.of(place, text, members))
            else:
                prefix = f"people-{place}"
                rows.append(
                    ParticipantRow(self.choices, prefix=prefix, initial=initial)
                )
        return rows

    def _rows(
        self, kind: type[Row], name: str, initials: Iterable[Mapping[str, Any]]
    ) -> list[Row]:
        filled = list(initials)
        blanks: list[Mapping[str, Any]] = [{"role": "co_trainer"}] * BLANK[name]
        if not filled:
            blanks[0] = {"role": "lead"}
        return [
            kind(self.choices, prefix=f"{name}-{number}", initial=initial)
            for number, initial in enumerate([*filled, *blanks])
        ]

    def _name(self, row: Taking) -> str:
        return row.name if self._reads(row) else hidden_name()

    def _reads(self, row: Taking) -> bool:
        """Whoever entered or taught reads all names; others those of their Member."""
        viewer = self.choices.viewer
        if self.training is None or self._is_mine:
            return True
        if row.role:
            return True
        return row.member in viewer.members_as(*KEEPS_RECORDS)

    @cached_property
    def _is_mine(self) -> bool:
        viewer = self.choices.viewer
        mine = {row.person for row in self.takings if row.role}
        entered = self.training and self.training.entered_by.account_id
        return viewer.person_id in mine or entered == viewer.account_id

    def _trainer(self, row: Taking) -> dict[str, Any]:
        name = self._name(row)
        return {"person": row.uuid, "name": name, "role": row.role, "days": row.days}

    def _participant(self, row: Taking) -> dict[str, Any]:
        member = self.choices.directory.members.get(row.member or 0)
        return {
            "person": row.uuid,
            "name": self._name(row),
            "sex": row.sex,
            "sector": row.sector,
            "member": self.choices.members.label(member) or UNKNOWN_MEMBER,
            "days": row.days,
            "pre_score": row.pre_score,
            "post_score": row.post_score,
            "certificate": row.certificate,
        }

    def _counts(self) -> list[CountsForm]:
        host = self.training.host_id if self.training else None
        found: dict[str, dict[str, Any]] = {"": {}}
        if self.training:
            for row in head_counts_of(self.training):
                label = UNKNOWN_MEMBER
                if row.member_id:
                    member = self.choices.directory.members[row.member_id]
                    label = self.choices.members.label(member)
                name = "" if row.member_id == host else label
                found.setdefault(name, {})[f"{row.sector}-{row.sex}"] = row.count
        blocks = [{"member": name, **cells} for name, cells in found.items()]
        return [
            CountsForm(self.choices, prefix=f"counts-{number}", initial=block)
            for number, block in enumerate([*blocks, {}])
        ]

    # From what was typed

    def read(self, data: QueryDict) -> "Editor":
        """Take what was typed; nothing is stored."""
        self.data = data.copy()
        self.act = data.get("act", "save")
        self.revision = as_number(data.get("revision"), 0)
        key = data.get("key", "")[:100]
        self.key = key if key and is_readable(key) else self.key
        self.paste = data.get("paste", "")
        if self.paste.strip():
            self._take_pasted()
        elif self.act == "rows":
            self._grow("people", ADDED)
            self._grow("trainers", 1)
            self._grow("counts", 1)
        self.facts_form = FactsForm(self.choices, self.data)
        self.blocks = Blocks(
            self._bound(TrainerRow, "trainers"),
            [self._person(place) for place in range(self._number_of("people"))],
            [
                CountsForm(self.choices, self.data, prefix=f"counts-{number}")
                for number in range(self._number_of("counts"))
            ],
        )
        return self

    def _bound(self, kind: type[Row], name: str) -> list[Row]:
        return [
            kind(self.choices, self.data, prefix=f"{name}-{number}")
            for number in range(self._number_of(name))
        ]

    def _person(self, place: int) -> ParticipantRow | CompactRow:
        """A line as it was sent; a full row where it is to be changed, or not right."""
        name = f"people-{place}"
        if name in self.data and self.act != f"open-{place}":
            dropped = f"{name}-drop" in self.data
            try:
                text, members = str(self.data.get(name)), self.choices.members
                return CompactRow.of(place, text, members, dropped)
            except NotCompact:
                pass
        return self._full(place)

    def _full(self, place: int) -> ParticipantRow:
        name = f"people-{place}"
        if name in self.data:
            for part, value in unpacked(self.data.pop(name)[-1]).items():
                self.data[f"{name}-{part}"] = value
        return ParticipantRow(self.choices, self.data, prefix=name)

    def _open(self, row: CompactRow) -> ParticipantRow:
        """A full row in place of a line, with the same values."""
        full = self._full(row.place)
        full.full_clean()
        self.blocks.people[row.place] = full
        return full

    def _number_of(self, name: str) -> int:
        return min(as_number(self.data.get(f"{name}-rows"), 0), MOST_READ[name])

    def _grow(self, name: str, more: int) -> int:
        before = self._number_of(name)
        most = max(before, MOST_ROWS[name])
        self.data[f"{name}-rows"] = str(min(before + more, most))
        return before

    def _take_pasted(self) -> None:
        """Rows from the pasted lines; lines that are wrong stay to be corrected."""
        lines = list(read_lines(self.paste))
        free = max(MOST_ROWS["people"] - self._number_of("people"), 0)
        good = [line for line in lines if not line.wrong]
        self.pasted_wrong = [line for line in lines if line.wrong]
        if len(good) > free:
            wrong = pgettext("problem", "the form holds at most %(most)s names")
            text = wrong % {"most": MOST_ROWS["people"]}
            self.pasted_wrong += [
                PastedLine(line.number, line.text, wrong=text) for line in good[free:]
            ]
            good = good[:free]
        place = self._grow("people", len(good))
        for line in good:
            if place >= OPEN:
                self.data[f"people-{place}"] = packed(vars(line))
            else:
                for name in ("name", "sex", "sector", "organisation"):
                    self.data[f"people-{place}-{name}"] = getattr(line, name)
            place += 1
        self.paste = "\n".join(line.text for line in self.pasted_wrong)
        self.data["paste"] = self.paste

    @property
    def only_adds(self) -> bool:
        """The reader wants more rows, and to go on typing."""
        adds = self.act in ("rows", "paste") or self.act.startswith("open-")
        return adds or bool(self.pasted_wrong)

    def is_valid(self) -> bool:
        """Whether everything that was typed can be read; problems stand at the rows."""
        for form in self._forms():
            form.full_clean()
        self.known.look_up([*self.blocks.trainers, *self.blocks.people])
        for line in self.blocks.compact:
            if line.filled and not self.known.settle_line(line):
                self._open(line)
        for row in [*self.blocks.trainers, *self.blocks.full]:
            if row.filled and not row.errors:
                self.known.settle(row)
        wrong = [form for form in self._forms() if form.errors]
        return not [f for f in wrong if not getattr(f, "cleaned_data", {}).get("drop")]

    def _forms(self) -> list[Any]:
        return [self.facts_form, *self.blocks.forms]

    def facts(self) -> TrainingFacts:
        """What was typed, as facts; only after `is_valid()`."""
        data = self.facts_form.cleaned_data
        host = self.choices.members.find(data["host"])
        chosen = [self.choices.topic(code) for code in data["topics"]]
        self.trainer_rows = [row for row in self.blocks.trainers if row.filled]
        self.people_rows = [row for row in self.blocks.people if row.filled]
        counts = list(self._count_entries(host))
        self.count_places = [place for place, _ in counts]
        return TrainingFacts(
            title=data["title"],
            host=host,
            starts=data["starts"],
            ends=data["ends"] or data["starts"],
            mode=data["mode"],
            topics=tuple(chosen),
            place=data["place"],
            hours=data["hours"],
            language=data["language"],
            initiative=self.choices.initiative(data["initiative"]),
            audience=data["audience"],
            note=data["note"].replace("\r\n", "\n"),
            trainers=tuple(self._trainer_entry(row) for row in self.trainer_rows),
            participations=tuple(
                self._named_entry(row, host) for row in self.people_rows
            ),
            head_counts=tuple(entry for _, entry in counts),
        )

    def _trainer_entry(self, row: TrainerRow) -> TrainerEntry:
        kept = {
            taking.person: taking.member for taking in self.takings if taking.role
        }.get(row.found.pk)
        return TrainerEntry(
            person=row.found,
            role=row.cleaned_data["role"],
            days=row.cleaned_data["days"],
            member=self.choices.directory.members.get(kept or 0),
        )

    def _named_entry(
        self, row: ParticipantRow | CompactRow, host: Member
    ) -> NamedEntry:
        data = row.cleaned_data
        member = data["member"] or host
        return NamedEntry(
            person=row.found,
            sector=data["sector"] or Sector.NOT_RECORDED,
            sex=data["sex"] or Sex.NOT_RECORDED,
            member=None if member == UNKNOWN_MEMBER else member,
            days=data["days"],
            pre_score=data["pre_score"],
            post_score=data["post_score"],
            certificate=data["certificate"],
        )

    def _count_entries(
        self, host: Member
    ) -> Iterable[tuple[tuple[CountsForm, str], CountEntry]]:
        for block in self.blocks.counts:
            member = block.cleaned_data["member"] or host
            known = None if member == UNKNOWN_MEMBER else member
            for sector, sex, count in block.counts():
                entry = CountEntry(sector, sex, count, known)
                yield (block, f"{sector}-{sex}"), entry

    # What the operation refused

    def show(self, problems: Iterable[Problem]) -> None:
        """Put each problem at its field; what has none stands above the form."""
        for problem in problems:
            if not self._place(problem):
                self.problems.append(problem)

    def _place(self, problem: Problem) -> bool:
        if problem.field in self.facts_form.fields:
            self.facts_form.add_error(problem.field, problem.message)
            return True
        parts = FIELD.match(problem.field)
        if not parts:
            return False
        kind, place, name = parts.group(1), int(parts.group(2)), parts.group(3)
        if kind == "head_counts":
            block, cell = self.count_places[place]
            block.add_error("member" if name == "member" else cell, problem.message)
            return True
        rows: Sequence[PersonRow | CompactRow] = (
            self.trainer_rows if kind == "trainers" else self.people_rows
        )
        row = rows[place]
        if isinstance(row, CompactRow):
            row = self._open(row)
        field = "name" if name in (None, "person") else name
        row.add_error(field if field in row.fields else "name", problem.message)
        return True

    @property
    def wrong_rows(self) -> list[tuple[str, str, str]]:
        """(id of the field, label, message) of what is wrong in the rows."""
        return self.blocks.wrong()
