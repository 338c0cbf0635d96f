"""The real programmes that come with the product: who, what, since when, by which source.

What is there already is left alone, unless an import made it from a bare code.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.programmes.importing.codes import shipped
from mwalimu.programmes.models import (
    Cohort,
    Membership,
    Programme,
    Project,
    SessionGroup,
)
from mwalimu.programmes.operations import (
    CohortFacts,
    GroupFacts,
    ProgrammeFacts,
    ProjectFacts,
    StageFacts,
    create_cohort,
    create_group,
    create_programme,
    create_project,
    edit_cohort,
    edit_programme,
    join,
    plan_stages,
)
from mwalimu.reference.models import Member, Topic
from mwalimu.reference.queries import (
    initiatives,
    members_by_code,
    partners,
    regions,
    topics_by_code,
)
from mwalimu.shared.dates import PartialDate
from mwalimu.shared.languages import READING_ORDER

Row = dict[str, str]


@transaction.atomic
def load_catalogue(*, by: Actor, at: datetime) -> list[str]:
    """Bring in the shipped programmes; what was made. Again: nothing."""
    loader = _Loader(by=by, at=at)
    loader.load()
    return loader.made


def _texts(row: Row, prefix: str = "") -> dict[str, str]:
    found = {language: row.get(prefix + language, "") for language in READING_ORDER}
    return {language: text for language, text in found.items() if text}


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _is_bare(row: Any) -> bool:
    """Whether nothing but a code is known of it."""
    return bool(row.names == {"en": row.code})


@dataclass
class _Loader:
    by: Actor
    at: datetime
    made: list[str] = field(default_factory=list)

    def load(self) -> None:
        """Every table in turn, each leaning on the one before."""
        self.members = members_by_code()
        self.topics = topics_by_code()
        self.partners = {row.code: row for row in partners()}
        self.regions = {row.code: row for row in regions()}
        self.initiatives = {row.code: row for row in initiatives()}
        self.projects = {row.code: row for row in Project.objects.all()}
        for row in shipped("projects"):
            self.project(row)
        self.programmes = {row.code: row for row in Programme.objects.all()}
        for row in shipped("programmes"):
            self.programme(row)
        for row in shipped("memberships"):
            self.memberships(row)
        for row in shipped("cohorts"):
            self.cohort(row)
        for row in shipped("groups"):
            self.group(row)

    def named(self, known: dict[str, Any], codes: str) -> tuple[Any, ...]:
        """The rows of codes that stand in one cell with spaces between."""
        return tuple(known[code] for code in codes.split())

    def project(self, row: Row) -> None:
        """A project, with its partners."""
        if row["code"] in self.projects:
            return
        facts = ProjectFacts(
            code=row["code"],
            names=_texts(row),
            started=_date(row["started"]),
            partners=self.named(self.partners, row["partners"]),
        )
        made = create_project(facts=facts, by=self.by, at=self.at)
        self.projects[row["code"]] = made
        self.made.append(f"project {row['code']}")

    def programme(self, row: Row) -> None:
        """A programme, with all that is known of it."""
        present = self.programmes.get(row["code"])
        if present and not _is_bare(present):
            return
        facts = ProgrammeFacts(
            code=row["code"],
            names=_texts(row),
            project=self.projects[row["project"]],
            status=row["status"],
            summaries=_texts(row, "summary_"),
            starts=_date(row["starts"]),
            ends=_date(row["ends"]),
            topics=self.named(self.topics, row["topics"]),
            regions=self.named(self.regions, row["regions"]),
            initiatives=self.named(self.initiatives, row["initiatives"]),
            partners=self.named(self.partners, row["partners"]),
            source=row["source"],
        )
        self.programmes[row["code"]] = (
            edit_programme(present, facts=facts, by=self.by, at=self.at)
            if present
            else create_programme(facts=facts, by=self.by, at=self.at)
        )
        self.made.append(f"programme {row['code']}")

    def memberships(self, row: Row) -> None:
        """Members that joined a programme on one day."""
        programme = self.programmes[row["programme"]]
        present = set(
            Membership.objects.filter(programme=programme).values_list(
                "member_id", flat=True
            )
        )
        for member in self.named(self.members, row["members"]):
            if member.pk not in present:
                join(
                    programme,
                    member=member,
                    joined=_date(row["joined"]),
                    source=row["source"],
                    by=self.by,
                    at=self.at,
                )

    def cohort(self, row: Row) -> None:
        """A cohort with its plan."""
        present = Cohort.objects.filter(code=row["code"]).first()
        if present and not _is_bare(present):
            return
        members: tuple[Member, ...] = self.named(self.members, row["members"])
        topics: tuple[Topic, ...] = self.named(self.topics, row["topics"])
        facts = CohortFacts(
            code=row["code"], names=_texts(row), topics=topics, members=members
        )
        programme = self.programmes[row["programme"]]
        cohort = (
            edit_cohort(present, facts=facts, by=self.by, at=self.at)
            if present
            else create_cohort(programme, facts=facts, by=self.by, at=self.at)
        )
        stages = [StageFacts(code) for code in row["plan"].split()]
        plan_stages(cohort, stages=stages, by=self.by, at=self.at)
        self.made.append(f"cohort {row['code']}")

    def group(self, row: Row) -> None:
        """A regional or language group."""
        if SessionGroup.objects.filter(code=row["code"]).exists():
            return
        facts = GroupFacts(
            code=row["code"],
            names=_texts(row),
            language=row["language"],
            members=self.named(self.members, row["members"]),
        )
        programme = self.programmes[row["programme"]]
        create_group(programme, facts=facts, by=self.by, at=self.at)
        self.made.append(f"session group {row['code']}")
