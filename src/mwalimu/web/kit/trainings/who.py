"""Which records the typed names mean. Names alone do not tell people apart: we ask."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import pgettext

from mwalimu.people.engine.names import name_key
from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.qualification.permissions import persons_visible_to
from mwalimu.trainings.operations import NewPerson
from mwalimu.trainings.queries import Taking, of_those
from mwalimu.web.kit.trainings.compact import CompactRow
from mwalimu.web.kit.trainings.forms import PersonRow, TrainerRow

BEHIND = re.compile(r"\s*\([^()]*\)\s*\Z")
NEW = "new"
MOST_NEAR = 10


def hidden_name() -> str:
    """What stands for a name that the viewer may not read."""
    return pgettext("person", "name not shown")


@dataclass
class Known:
    """The people that rows may mean: those in the record, and those one may read."""

    viewer: Viewer
    current: dict[UUID, Person] = field(default_factory=dict)
    by_key: dict[str, list[Person]] = field(default_factory=dict)
    chosen: dict[UUID, Person] = field(default_factory=dict)

    @classmethod
    def of(cls, viewer: Viewer, takings: Iterable[Taking]) -> "Known":
        """What is known before anything was typed."""
        current = {
            row.uuid: Person(pk=row.person, uuid=row.uuid, name=row.name)
            for row in takings
        }
        return cls(viewer, current)

    def look_up(self, rows: Sequence[PersonRow | CompactRow]) -> None:
        """Find the people that were typed or chosen in these rows (2 queries)."""
        filled = [row.cleaned_data for row in rows if row.filled]
        keys = {name_key(plain(data.get("name") or "")) for data in filled}
        chosen = {data.get("person") for data in filled}
        chosen |= {as_uuid(data.get("who") or "") for data in filled}
        uuids: list[UUID] = [uuid for uuid in chosen if uuid]
        readable = persons_visible_to(self.viewer)
        for person in of_those(readable, keys=keys, uuids=uuids):
            self.by_key.setdefault(person.key, []).append(person)
            self.chosen[person.uuid] = person

    def person(self, uuid: UUID | None) -> Person | None:
        """Somebody in the record, or somebody whom the viewer may read."""
        if uuid is None:
            return None
        return self.current.get(uuid) or self.chosen.get(uuid)

    def settle_line(self, line: CompactRow) -> bool:
        """Set who a line means; False where there is something to ask."""
        data = line.cleaned_data
        kept, typed = self.person(data["person"]), data["name"]
        if kept and typed in (kept.name, hidden_name()):
            line.found = kept
        elif not self.by_key.get(name_key(typed)):
            line.found = NewPerson(typed, data["organisation"])
        return line.found is not None

    def settle(self, row: PersonRow) -> None:
        """Set `row.found`, or say in the row what is open."""
        data = row.cleaned_data
        kept = self.person(data.get("person"))
        typed = (data.get("name") or "").strip()
        if kept and typed in ("", kept.name, hidden_name()):
            row.found = kept
        elif isinstance(row, TrainerRow):
            self._settle_trainer(row, plain(typed))
        else:
            self._settle_participant(row, typed)

    def _settle_trainer(self, row: TrainerRow, typed: str) -> None:
        named = self.by_key.get(name_key(typed), [])
        choice = self.person(as_uuid(row.cleaned_data.get("who") or ""))
        if choice or len(named) == 1:
            row.found = choice or named[0]
            return
        options = named or near(self.viewer, typed)
        if not options:
            wrong = pgettext(
                "problem",
                "Nobody whom you may name has this name. Check the spelling, or record "
                "the person first.",
            )
            row.add_error("name", wrong)
            return
        self.chosen |= {person.uuid: person for person in options}
        row.ask([(str(one.uuid), label(one)) for one in options])
        row.add_error("who", pgettext("problem", "Choose who of these it is."))

    def _settle_participant(self, row: PersonRow, typed: str) -> None:
        data = row.cleaned_data
        named = self.by_key.get(name_key(typed), [])
        answer = data.get("who") or ""
        choice = self.person(as_uuid(answer))
        if choice:
            row.found = choice
        elif not named or answer == NEW:
            row.found = NewPerson(typed, data.get("organisation") or "")
        else:
            another = (NEW, pgettext("person", "another person of this name"))
            row.ask([*((str(one.uuid), label(one)) for one in named), another])
            wrong = pgettext("problem", "There is a record of this name. Is it them?")
            row.add_error("who", wrong)


def plain(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return BEHIND.sub("", name).strip()


def as_uuid(text: str) -> UUID | None:
    """The UUID that a text is, if it is one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def near(viewer: Viewer, typed: str) -> list[Person]:
    """People whose names hold the longest word of what was typed."""
    word = max(name_key(typed).split(), key=len, default="")
    if len(word) < 3:
        return []
    readable = persons_visible_to(viewer)
    return list(of_those(readable, part=word)[:MOST_NEAR])


def label(person: Any) -> str:
    """A person with what tells them apart: unit, employer, Member."""
    parts = []
    for work in person.affiliations.all():
        parts += [work.unit, work.organisation, work.member.code if work.member else ""]
    behind = ", ".join(dict.fromkeys(filter(None, parts)))
    return f"{person.name} ({behind})" if behind else person.name
