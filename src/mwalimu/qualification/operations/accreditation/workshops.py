"""Workshops and refreshers: places and results of several people in one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Activity
from mwalimu.qualification.engine.accreditation import HELD, StepKind
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    ExpertWorkshop,
)
from mwalimu.qualification.operations.accreditation.ledger import (
    Ledger,
    Paper,
    keep,
    opened,
)
from mwalimu.qualification.operations.accreditation.refusals import (
    AccreditationRefused,
    check_days,
    plain,
    require_team,
    why,
)
from mwalimu.reference.models import Member

RESULTS = {
    "passed": StepKind.WORKSHOP_PASSED,
    "repeat": StepKind.WORKSHOP_REPEAT,
    "failed": StepKind.WORKSHOP_FAILED,
    "absent": StepKind.PLACE_GIVEN_UP,
}
CAME = "came"  # the one result of a refresher
FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True)
class WorkshopFacts:
    """What a workshop is, when and where."""

    kind: str
    title: str
    starts_on: date
    ends_on: date
    place: str = ""
    host: Member | None = None
    activity: Activity | None = None


@dataclass(frozen=True)
class Entry:
    """Somebody at a workshop, with the result once it is known."""

    row: Accreditation
    result: str = ""


@transaction.atomic
def hold_workshop(
    facts: WorkshopFacts,
    entries: Iterable[Entry],
    *,
    by: Actor,
    at: datetime,
    papers: Sequence[Paper] = (),
    reason: str = "",
) -> ExpertWorkshop:
    """A workshop with its people, and their results where they are known.

    The documents are kept with the step of everybody who has a result.
    """
    require_team(by, at)
    workshop = _create(facts, by, at)
    enter(workshop, entries, papers=papers, reason=reason, by=by, at=at)
    return workshop


@transaction.atomic
def enter(
    workshop: ExpertWorkshop,
    entries: Iterable[Entry],
    *,
    by: Actor,
    at: datetime,
    papers: Sequence[Paper] = (),
    reason: str = "",
) -> list[AccreditationEvent]:
    """Give people a place, or enter results: all or none. Raises AccreditationRefused."""
    wanted = list(entries)
    if not wanted:
        text = pgettext("refusal", "Tick at least one person.")
        raise AccreditationRefused("", text)
    keys = [entry.row.pk for entry in wanted]
    if len(set(keys)) < len(keys):
        text = pgettext("refusal", "Nobody is registered twice at once.")
        raise AccreditationRefused("", text)
    ledger = opened([entry.row for entry in wanted], by, at)
    words = why(reason, required=False)
    there = places_of(workshop)
    kept = keep(papers, at)
    for entry in wanted:
        if workshop.kind == ExpertWorkshop.Kind.REFRESHER:
            event = _refresh(ledger, workshop, entry, there, words)
        else:
            event = _enter(ledger, workshop, entry, there, words)
        ledger.hold(event, kept)
    return ledger.write()


def places_of(workshop: ExpertWorkshop) -> Mapping[int, str]:
    """By accreditation (primary key), the last step there that was not taken back."""
    rows = AccreditationEvent.objects.filter(
        workshop=workshop, undone_by=None
    ).order_by("number")
    return dict(rows.values_list("accreditation", "kind"))


def _create(facts: WorkshopFacts, by: Actor, at: datetime) -> ExpertWorkshop:
    if facts.kind not in ExpertWorkshop.Kind.values:
        text = pgettext("refusal", "Choose what kind of workshop it is.")
        raise AccreditationRefused("kind", text)
    title = plain("title", facts.title, 200)
    if not title:
        raise AccreditationRefused("title", pgettext("refusal", "Write a title."))
    if facts.starts_on < FIRST_DAY:
        text = pgettext("refusal", "Write a day from %(first)s on.")
        first = FIRST_DAY.isoformat()
        raise AccreditationRefused("starts_on", text % {"first": first})
    check_days(facts.starts_on, facts.ends_on)
    made = ExpertWorkshop.objects.create(
        kind=facts.kind,
        title=title,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        place=plain("place", facts.place, 100),
        host=facts.host,
        activity=facts.activity,
        created_at=at,
        created_by=by,
    )
    after = {"kind": made.kind, "starts_on": made.starts_on.isoformat()}
    record("create", "expert_workshop", made.uuid, by=by, at=at, after=after)
    return made


def _enter(
    ledger: Ledger,
    workshop: ExpertWorkshop,
    entry: Entry,
    there: Mapping[int, str],
    words: str,
) -> AccreditationEvent:
    """A place, a result, or both."""
    row, event = entry.row, None
    if entry.result and entry.result not in RESULTS:
        raise AccreditationRefused("result", pgettext("refusal", "Choose a result."))
    if there.get(row.pk) != StepKind.REGISTERED:
        first = min(workshop.starts_on, ledger.at.date())
        event = ledger.add(
            row,
            StepKind.REGISTERED,
            day=first,
            place="starts_on",
            until=workshop.ends_on,
            workshop=workshop,
        )
    elif not entry.result:
        text = pgettext("refusal", "%(name)s is registered for it already.")
        name = {"name": ledger.rows[row.pk].person.name}
        raise AccreditationRefused("", text % name)
    if not entry.result:
        assert event is not None
        return event
    kind = RESULTS[entry.result]
    early = kind == StepKind.PLACE_GIVEN_UP and ledger.at.date() < workshop.ends_on
    day = ledger.at.date() if early else workshop.ends_on
    return ledger.add(
        row, kind, day=day, place="ends_on", reason=words, workshop=workshop
    )


def _refresh(
    ledger: Ledger,
    workshop: ExpertWorkshop,
    entry: Entry,
    there: Mapping[int, str],
    words: str,
) -> AccreditationEvent:
    """Somebody took part in a refresher."""
    name = {"name": ledger.rows[entry.row.pk].person.name}
    if entry.row.pk in there:
        text = pgettext("refusal", "%(name)s is registered for it already.")
        raise AccreditationRefused("", text % name)
    if ledger.rows[entry.row.pk].phase not in HELD:
        text = pgettext(
            "refusal", "A refresher is for pre-accredited and accredited experts only."
        )
        raise AccreditationRefused("", text)
    return ledger.add(
        entry.row,
        StepKind.REFRESHED,
        day=workshop.ends_on,
        place="ends_on",
        reason=words,
        workshop=workshop,
    )
