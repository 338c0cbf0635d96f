"""Programmes, Members and plans in the order and the words of the reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from mwalimu.programmes.models import Membership, Programme
from mwalimu.programmes.queries.page import (
    CohortPlan,
    Group,
    Label,
    ProgrammePage,
    Step,
)
from mwalimu.reference.models import Member
from mwalimu.reference.queries import sort_key

HEADINGS: tuple[tuple[str, Promise], ...] = (
    ("running", pgettext_lazy("programmes", "Running")),
    ("prepared", pgettext_lazy("programmes", "Being prepared")),
    ("concluded", pgettext_lazy("programmes", "Concluded")),
)


@dataclass(frozen=True)
class Card:
    """A programme on the list, with its Members by name, each once."""

    programme: Programme
    members: list[Member]


@dataclass(frozen=True)
class StatusGroup:
    """Programmes of one status."""

    status: str
    heading: Promise
    cards: list[Card]


@dataclass(frozen=True)
class PlanRow:
    """A step of a plan as the page shows it; `silence` says why nothing stands there."""

    step: Step
    silence: str


@dataclass(frozen=True)
class CohortCard:
    """A cohort with its plan."""

    plan: CohortPlan
    members: list[Member]
    rows: list[PlanRow]


@dataclass(frozen=True)
class GroupCard:
    """A session group with its Members."""

    label: Label
    members: list[Member]


def in_order(members: Iterable[Member], language: str) -> list[Member]:
    """Members by name, as a reader sorts names; never in any other order."""
    return sorted(members, key=lambda member: sort_key(str(member.name(language))))


def by_status(programmes: Iterable[Programme], language: str) -> list[StatusGroup]:
    """Running ones first, then what is prepared, then what is concluded."""
    found: dict[str, list[Card]] = {status: [] for status, _ in HEADINGS}
    for row in programmes:
        once = {each.member_id: each.member for each in row.memberships.all()}
        found[row.status].append(Card(row, in_order(once.values(), language)))
    return [
        StatusGroup(status, heading, found[status])
        for status, heading in HEADINGS
        if found[status]
    ]


def memberships(page: ProgrammePage, language: str) -> list[Membership]:
    """Who takes or took part, by name."""
    return sorted(
        page.memberships,
        key=lambda row: (sort_key(str(row.member.name(language))), row.pk),
    )


def cohorts(page: ProgrammePage, language: str, today: date) -> list[CohortCard]:
    """Each cohort with its plan beside what took place."""
    return [
        CohortCard(
            plan,
            in_order(plan.members, language),
            [PlanRow(step, _silence(step, plan, today)) for step in plan.steps],
        )
        for plan in page.cohorts
    ]


def _silence(step: Step, plan: CohortPlan, today: date) -> str:
    """Why a step has no date: a later one took place, or it lies ahead, or nobody knows."""
    if any(not each.is_catch_up for each in step.held):
        return ""
    later = [
        each.event.starts_on
        for other in plan.steps
        if other.stage.position > step.stage.position
        for each in other.held
        if not each.is_catch_up
    ]
    passed = any(day is not None and day <= today for day in later)
    return "unknown" if passed else "ahead"


def groups(page: ProgrammePage, language: str) -> list[GroupCard]:
    """Each session group with its Members by name."""

    def card(group: Group) -> GroupCard:
        return GroupCard(group.label, in_order(group.members, language))

    return [card(group) for group in page.groups]
