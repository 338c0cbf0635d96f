"""What the cohort column names: a cohort, a session group, a programme, a project."""

import csv
import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import (
    Cohort,
    Programme,
    Project,
    SessionGroup,
    Stage,
)
from mwalimu.programmes.operations import (
    CohortFacts,
    ProgrammeFacts,
    ProjectFacts,
    create_cohort,
    create_programme,
    create_project,
)
from mwalimu.reference.models import Member

PROJECT = "JOINT"


def shipped(name: str) -> list[dict[str, str]]:
    """The rows of `programmes/data/NAME.csv`."""
    text = shipped_text(name)
    return list(csv.DictReader(text.splitlines()))


def shipped_text(name: str) -> str:
    """The text of `programmes/data/NAME.csv`."""
    path = files("mwalimu.programmes") / "data" / f"{name}.csv"
    return path.read_text("utf-8")


class UnknownCode(ValueError):
    """A code that nothing has; `str()` says what would be right."""


@dataclass(frozen=True)
class Belonging:
    """Where an event belongs."""

    project: Project
    programme: Programme | None = None
    cohorts: tuple[Cohort, ...] = ()
    group: SessionGroup | None = None

    def stages(self, codes: Iterable[str]) -> tuple[Stage, ...]:
        """The steps of these codes in the plans of the cohorts."""
        wanted = set(codes)
        return tuple(
            stage
            for cohort in self.cohorts
            for stage in cohort.stages.all()
            if stage.code in wanted
        )


class Codes:
    """Everything that has a code, read once.

    With `creates`, a code that is missing becomes a cohort.
    """

    def __init__(self, *, by: Actor, at: datetime, creates: bool = False) -> None:
        self.by = by
        self.at = at
        self.creates = creates
        self.created: list[str] = []
        cohorts = Cohort.objects.select_related("programme__project")
        self.cohorts = _by_code(cohorts.prefetch_related("stages", "members"))
        groups = SessionGroup.objects.select_related("programme__project")
        self.groups = _by_code(groups.prefetch_related("members"))
        self.programmes = _by_code(Programme.objects.select_related("project"))
        self.projects = _by_code(Project.objects.all())
        self.aliases = {row["source"].casefold(): row for row in shipped("aliases")}

    @contextmanager
    def undone_with_the_row(self) -> Iterator[None]:
        """Forget what was made for a row whose savepoint is rolled back."""
        tables = (self.cohorts, self.programmes, self.projects)
        before = [dict(table) for table in tables]
        created = len(self.created)
        try:
            yield
        except BaseException:
            for table, kept in zip(tables, before, strict=True):
                table.clear()
                table.update(kept)
            del self.created[created:]
            raise

    def belonging(
        self, codes: tuple[str, ...], members: Iterable[Member], starts: date | None
    ) -> Belonging:
        """Where an event of these codes belongs. Raises UnknownCode.

        Where codes may be made, unknown ones become cohorts.
        """
        if len(codes) == 1 and (found := self._known(codes[0], members)):
            return found
        missing = [code for code in codes if code.casefold() not in self.cohorts]
        if missing and not self.creates:
            raise UnknownCode(self._unknown(missing))
        if missing:
            programme = self._programme("-".join(codes), starts)
            for code in missing:
                self._cohort(code, programme)
        cohorts = tuple(self.cohorts[code.casefold()] for code in codes)
        programme = cohorts[0].programme
        return Belonging(programme.project, programme, cohorts)

    def _unknown(self, codes: list[str]) -> str:
        """What is wrong with these codes, and what would be right."""
        tables = (self.cohorts, self.groups, self.programmes, self.projects)
        known = {
            row.code.casefold(): row.code for table in tables for row in table.values()
        }
        told = {"codes": ", ".join(codes)[:60]}
        near = difflib.get_close_matches(codes[0].casefold(), known, n=1, cutoff=0.6)
        if near:
            text = pgettext(
                "import",
                "%(codes)s is no cohort, session group or programme here. Did you mean"
                " %(near)s? If it is new, the project team adds it at the desk, or"
                " import with --create-programme.",
            )
            return text % (told | {"near": known[near[0]]})
        text = pgettext(
            "import",
            "%(codes)s is no cohort, session group or programme here. The project team"
            " adds it at the desk; or import with --create-programme, which makes a"
            " programme and a cohort of that code.",
        )
        return text % told

    def _known(self, code: str, members: Iterable[Member]) -> Belonging | None:
        key = code.casefold()
        if cohort := self.cohorts.get(key):
            return Belonging(cohort.programme.project, cohort.programme, (cohort,))
        if group := self.groups.get(key):
            cohorts = self._of(group.programme, group.members.all())
            return Belonging(group.programme.project, group.programme, cohorts, group)
        if programme := self.programmes.get(key):
            cohorts = self._of(programme, members)
            return Belonging(programme.project, programme, cohorts)
        if project := self.projects.get(key):
            return Belonging(project)
        alias = self.aliases.get(key)
        if alias and alias["code"].casefold() != key:
            return self._known(alias["code"], members)
        return None

    def _of(
        self, programme: Programme, members: Iterable[Member]
    ) -> tuple[Cohort, ...]:
        """The cohorts of a programme to which any of these Members belongs."""
        wanted = {member.pk for member in members}
        return tuple(
            cohort
            for cohort in self.cohorts.values()
            if cohort.programme_id == programme.pk
            and (not wanted or wanted & {m.pk for m in cohort.members.all()})
        )

    def _programme(self, code: str, starts: date | None) -> Programme:
        key = code.casefold()
        if key not in self.programmes:
            # What took place is no longer in preparation.
            begun = starts is not None and starts <= self.at.date()
            status = Programme.Status.RUNNING if begun else Programme.Status.PREPARED
            facts = ProgrammeFacts(
                code=code, names={"en": code}, project=self._project(), status=status
            )
            self.programmes[key] = create_programme(facts=facts, by=self.by, at=self.at)
            self.created.append(f"programme {code}")
        programme: Programme = self.programmes[key]
        return programme

    def _project(self) -> Project:
        key = PROJECT.casefold()
        if key not in self.projects:
            row = next(row for row in shipped("projects") if row["code"] == PROJECT)
            names = {language: row[language] for language in ("en", "fr", "pt", "es")}
            facts = ProjectFacts(code=PROJECT, names=names)
            self.projects[key] = create_project(facts=facts, by=self.by, at=self.at)
            self.created.append(f"project {PROJECT}")
        project: Project = self.projects[key]
        return project

    def _cohort(self, code: str, programme: Programme) -> None:
        facts = CohortFacts(code=code, names={"en": code})
        self.cohorts[code.casefold()] = create_cohort(
            programme, facts=facts, by=self.by, at=self.at
        )
        self.created.append(f"cohort {code}")


def _by_code(rows: Iterable[Any]) -> dict[str, Any]:
    return {row.code.casefold(): row for row in rows}
