"""Deciding on WG members: what the evidence supports, or against it with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record_many
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.engine import Standing, last_day, plain_standing, seal
from mwalimu.qualification.models import Award, Decision, StandardEdition
from mwalimu.qualification.operations.awards import AwardEntry, award_many
from mwalimu.qualification.operations.history import MOST_WORDS
from mwalimu.qualification.operations.refusals import AwardRefused, DecisionRefused
from mwalimu.qualification.permissions import may_award
from mwalimu.qualification.queries.deciding import holders_to_decide
from mwalimu.qualification.queries.evidence import standings
from mwalimu.qualification.queries.standards import edition_of
from mwalimu.reference.models import Member, Topic

Outcome = Decision.Outcome
Key = tuple[int, int]  # person and topic (primary keys)


@dataclass(frozen=True)
class DecisionEntry:
    """What is decided on one person in one topic. An override says why."""

    person: Person
    topic: Topic
    outcome: str
    reason: str = ""

    @property
    def key(self) -> Key:
        """For whom the entry is."""
        return self.person.pk, self.topic.pk


@dataclass(frozen=True)
class _Sitting:
    """When and by whom a cohort's people are decided on, under which edition."""

    cohort: Cohort
    edition: StandardEdition
    by: Actor
    at: datetime

    @property
    def on(self) -> date:
        """The day as of which the evidence is judged."""
        return self.at.date()


@transaction.atomic
def decide(
    cohort: Cohort,
    entries: Iterable[DecisionEntry],
    *,
    by: Actor,
    at: datetime,
    valid_from: date | None = None,
) -> list[Decision]:
    """Decide on many people of a cohort: all or none. Raises DecisionRefused.

    The evidence is judged here, as of the day, under the edition that the cohort
    follows; both are kept with the decision. `valid_from`: the first day of the awards,
    today if it is not said.
    """
    wanted = list(entries)
    _require_may_decide(wanted, by, at)
    Cohort.objects.select_for_update().get(pk=cohort.pk)  # one decides at a time
    edition = edition_of(cohort, at.date())
    if edition is None:
        text = pgettext("refusal", "This cohort follows no standard yet: choose one.")
        raise DecisionRefused("", text)
    sitting = _Sitting(cohort, edition, by, at)
    members = _check_people(sitting, wanted)
    judged = _judge(sitting, wanted)
    for entry in wanted:
        _check_reason(entry, judged[entry.key])
    awards = _award(sitting, wanted, members, valid_from or sitting.on)
    made = Decision.objects.bulk_create(
        [
            _decision(
                sitting,
                entry,
                judged[entry.key],
                member=members[entry.key],
                award=awards.get(entry.key),
            )
            for entry in wanted
        ]
    )
    lines = ((row.uuid, _summary(row)) for row in made)
    record_many("decide", "decision", lines, by=by, at=at)
    return made


def _require_may_decide(
    entries: Sequence[DecisionEntry], by: Actor, at: datetime
) -> None:
    if not may_award(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team decides.")
        raise DecisionRefused("", text)
    if not entries:
        raise DecisionRefused("", pgettext("refusal", "Tick at least one person."))
    if any(entry.outcome not in Outcome.values for entry in entries):
        raise DecisionRefused("outcome", pgettext("refusal", "Choose what is decided."))
    if len({entry.key for entry in entries}) < len(entries):
        text = pgettext("refusal", "Nobody is decided on twice at once.")
        raise DecisionRefused("", text)


def _check_people(
    sitting: _Sitting, entries: Sequence[DecisionEntry]
) -> dict[Key, Member]:
    """The Member for which each of them holds a seat."""
    holders = holders_to_decide(sitting.cohort, sitting.on)
    seats = {(row.person_id, row.seat.topic_id): row.seat.member for row in holders}
    held = set(
        Award.objects.filter(
            person__in=[entry.person.pk for entry in entries], ended_on=None
        ).values_list("person", "topic")
    )
    for entry in entries:
        person = entry.person
        own = sitting.by.account_id
        if own is not None and person.account_id == own:
            text = pgettext("refusal", "Nobody decides on themselves.")
            raise DecisionRefused("person", text)
        if entry.key not in seats:
            text = pgettext(
                "refusal", "%(name)s holds no seat of this cohort in this topic."
            )
            raise DecisionRefused("person", text % {"name": person.name})
        if entry.key in held:
            text = pgettext(
                "refusal",
                "%(name)s holds the award already: suspend or revoke it on its page.",
            )
            raise DecisionRefused("person", text % {"name": person.name})
    return seats


def _judge(sitting: _Sitting, entries: Sequence[DecisionEntry]) -> dict[Key, Standing]:
    topics = {entry.topic.pk: entry.topic for entry in entries}
    found: dict[Key, Standing] = {}
    for key, topic in topics.items():
        people = [entry.person for entry in entries if entry.topic.pk == key]
        judged = standings(sitting.cohort, people, on=sitting.on, topic=topic)
        found |= {(person, key): standing for person, standing in judged.items()}
    return found


def _check_reason(entry: DecisionEntry, standing: Standing) -> None:
    if entry.reason.strip() or standing.complete == (entry.outcome == Outcome.AWARD):
        return
    if standing.complete:
        text = pgettext(
            "refusal", "The evidence supports an award to %(name)s: say why not."
        )
    else:
        text = pgettext(
            "refusal", "The evidence does not support an award to %(name)s: say why."
        )
    raise DecisionRefused("reason", text % {"name": entry.person.name})


def _award(
    sitting: _Sitting,
    entries: Sequence[DecisionEntry],
    members: dict[Key, Member],
    first: date,
) -> dict[Key, Award]:
    """The awards of those whom it goes to, valid as long as the edition says."""
    months = sitting.edition.validity_months
    until = last_day(first, months) if months else None
    chosen = [entry for entry in entries if entry.outcome == Outcome.AWARD]
    wanted = [
        AwardEntry(
            entry.person,
            entry.topic,
            members[entry.key],
            first,
            sitting.cohort,
            until,
        )
        for entry in chosen
    ]
    try:
        awards = award_many(wanted, by=sitting.by, at=sitting.at) if wanted else []
    except AwardRefused as refused:
        raise DecisionRefused(refused.field, refused.message) from refused
    return {entry.key: row for entry, row in zip(chosen, awards, strict=True)}


def _decision(
    sitting: _Sitting,
    entry: DecisionEntry,
    standing: Standing,
    *,
    member: Member,
    award: Award | None,
) -> Decision:
    kept = _evidence(sitting, entry, standing)
    return Decision(
        person=entry.person,
        member=member,
        topic=entry.topic,
        cohort=sitting.cohort,
        edition=sitting.edition,
        outcome=entry.outcome,
        supported=standing.complete,
        reason=entry.reason.strip()[:MOST_WORDS],
        evidence=kept,
        evidence_hash=seal(kept),
        award=award,
        decided_at=sitting.at,
        decided_by=sitting.by,
    )


def _evidence(
    sitting: _Sitting, entry: DecisionEntry, standing: Standing
) -> dict[str, Any]:
    """What the decision stood on, by public ids and codes."""
    edition = sitting.edition
    return {
        "person": str(entry.person.uuid),
        "topic": entry.topic.code,
        "cohort": sitting.cohort.code,
        "standard": edition.standard.code,
        "edition": edition.number,
        "edition_uuid": str(edition.uuid),
        "on": sitting.on.isoformat(),
        **plain_standing(standing),
    }


def _summary(row: Decision) -> dict[str, Any]:
    return {
        "person": str(row.person.uuid),
        "topic": row.topic.code,
        "outcome": str(row.outcome),
        "supported": row.supported,
        "edition": str(row.edition.uuid),
        "evidence_hash": row.evidence_hash,
    }
