"""What the page of one training says."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, pgettext, pgettext_lazy

from mwalimu.people.models import Sector, Sex
from mwalimu.people.permissions import Viewer
from mwalimu.qualification.permissions import persons_visible_to
from mwalimu.reference.models import Member
from mwalimu.reference.queries import members, sort_key
from mwalimu.trainings.models import Status, Training
from mwalimu.trainings.permissions import Action, actions, confirms, entered
from mwalimu.trainings.queries import (
    Group,
    groups_of,
    history_of,
    knows_trainers,
    names_of,
    trainers_of,
)

VERBS = {
    "record": pgettext_lazy("history", "recorded"),
    "edit": pgettext_lazy("history", "changed"),
    "submit": pgettext_lazy("history", "submitted"),
    "verify": pgettext_lazy("history", "verified"),
    "record_verified": pgettext_lazy("history", "recorded and verified"),
    "return": pgettext_lazy("history", "returned"),
    "start_correction": pgettext_lazy("history", "correction begun"),
    "drop_correction": pgettext_lazy("history", "correction given up"),
    "void": pgettext_lazy("history", "voided"),
}
MOST_NAMES = 300


@dataclass(frozen=True)
class PeopleTable:
    """People by sector and sex, of one Member or of all."""

    title: str
    heads: list[str]
    rows: list[tuple[str, list[int], int]]
    totals: list[int]
    total: int


def people_tables(training: Training, groups: list[Group]) -> list[PeopleTable]:
    """One table for all; where several Members sent people, one for each as well."""
    if not groups:
        return []
    tables = [people_table(pgettext("people", "Everybody"), groups)]
    keys = {group.member for group in groups}
    if len(keys) > 1 or keys != {training.host_id}:
        wanted = keys - {None, training.host_id}
        known: dict[int | None, Member] = {training.host_id: training.host}
        known |= {row.pk: row for row in members().filter(pk__in=wanted)}
        by_name = [
            people_table(
                member_name(known.get(key)), [g for g in groups if g.member == key]
            )
            for key in keys
        ]
        tables += sorted(by_name, key=lambda table: sort_key(table.title))
    return tables


def member_name(member: Member | None) -> str:
    """The name of a Member in the reader's language."""
    if member is None:
        return pgettext("people", "Member not recorded")
    return member.name(get_language() or "en").text


def people_table(title: str, groups: Iterable[Group]) -> PeopleTable:
    """The groups as a table; sexes and sectors that nobody has are left out."""
    cells: dict[tuple[str, str], int] = {}
    for group in groups:
        key = (group.sector, group.sex)
        cells[key] = cells.get(key, 0) + group.people
    sexes = [s for s in Sex.values if any(key[1] == s for key in cells)]
    sectors = [s for s in Sector.values if any(key[0] == s for key in cells)]
    rows = []
    for sector in sectors:
        counts = [cells.get((sector, sex), 0) for sex in sexes]
        rows.append((str(Sector(sector).label), counts, sum(counts)))
    totals = [sum(cells.get((sector, sex), 0) for sector in sectors) for sex in sexes]
    heads = [str(Sex(sex).label) for sex in sexes]
    return PeopleTable(title, heads, rows, totals, sum(totals))


@dataclass(frozen=True)
class Step:
    """One line of the history; `who` is empty where the reader may not know."""

    at: Any
    verb: str
    who: str
    version: int | None
    reason: str


def history(training: Training, viewer: Viewer) -> list[Step]:
    """What happened to the record, newest first."""
    names = knows_trainers(viewer, training) or viewer.is_project_team
    return [
        Step(
            at=line.at,
            verb=str(VERBS.get(line.verb, line.verb)),
            who=actor_name(line.by) if names else "",
            version=line.after.get("version"),
            reason=line.after.get("reason", ""),
        )
        for line in history_of(training)[:50]
    ]


def actor_name(actor: Any) -> str:
    """The person behind an actor, or what the actor is."""
    person = getattr(actor.account, "person", None) if actor.account else None
    if person is not None:
        return str(person.name)
    return str(actor.label or actor.get_kind_display())


def waits_for(training: Training, viewer: Viewer) -> str:
    """What has to happen next, and why the viewer cannot do it where they had a hand."""
    text = next_step(training)
    waits = training.latest and training.status == Status.SUBMITTED
    if waits and confirms(viewer, None, training) and entered(viewer, None, training):
        yours = pgettext(
            "next step",
            "You entered or edited this version yourself, so you cannot verify it.",
        )
        return f"{text} {yours}"
    return text


def next_step(training: Training) -> str:
    """What has to happen next, for readers who cannot do it themselves."""
    host = member_name(training.host)
    if training.status == Status.SUBMITTED and training.led_from_abroad:
        text = pgettext(
            "next step",
            "Waits to be confirmed by the coordinator of %(host)s, because a trainer of "
            "another Member led it.",
        )
        return text % {"host": host}
    texts = {
        Status.DRAFT: pgettext(
            "next step", "A draft: it is not submitted yet and counts in no figure."
        ),
        Status.RETURNED: pgettext(
            "next step", "Returned to whoever entered it; it counts in no figure yet."
        ),
        Status.SUBMITTED: pgettext(
            "next step",
            "Waits to be verified by the coordinator of %(host)s or the project team, "
            "and by nobody who entered or edited it.",
        ),
        Status.VERIFIED: pgettext("next step", "Verified: figures count it."),
        Status.VOIDED: pgettext(
            "next step", "Voided: it never took place, and no figure counts it."
        ),
    }
    return texts[Status(training.status)] % {"host": host}


MAIN = (Action.VERIFY, Action.SUBMIT, Action.CORRECT)


def page_of(training: Training, viewer: Viewer) -> dict[str, Any]:
    """Everything that the page shows (7 queries, one more for other Members)."""
    allowed = actions(viewer, None, training)
    readable = None
    if not knows_trainers(viewer, training):
        readable = persons_visible_to(viewer)
    names = list(names_of(training, viewer)[:MOST_NAMES])
    groups = groups_of(training)
    named = sum(group.people for group in groups if group.named)
    return {
        "training": training,
        "topics": list(training.topics.all()),
        "may": {str(action): True for action in allowed},
        "main": next((str(action) for action in MAIN if action in allowed), ""),
        "waits_for": waits_for(training, viewer),
        "trainers": list(trainers_of(training, readable)),
        "tables": people_tables(training, groups),
        "names": names,
        "unnamed": named - len(names),
        "history": history(training, viewer),
    }
