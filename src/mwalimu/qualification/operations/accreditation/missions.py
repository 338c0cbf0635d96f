"""Assessed missions: planned with assessors, assessed by each, concluded by the team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import on_behalf, record
from mwalimu.people.models import Person
from mwalimu.people.operations import actor_of
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.permissions.independence import strangers_to
from mwalimu.qualification.engine.accreditation import StepKind
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    AssessedMission,
    MissionAssessment,
)
from mwalimu.qualification.operations.accreditation.ledger import (
    Ledger,
    Paper,
    opened,
)
from mwalimu.qualification.operations.accreditation.refusals import (
    AccreditationRefused,
    check_days,
    plain,
    why,
)
from mwalimu.qualification.permissions import may_accredit
from mwalimu.reference.models import Member

MOST_ASSESSORS = 4
Result = MissionAssessment.Result
CONCLUSIONS = {
    Result.PASSED: StepKind.MISSION_PASSED,
    Result.REPEAT: StepKind.MISSION_REPEAT,
    Result.FAILED: StepKind.MISSION_FAILED,
}


@dataclass(frozen=True)
class MissionFacts:
    """Where, when, what for, and who assesses."""

    host: Member
    starts_on: date
    ends_on: date
    assessors: Sequence[Person]
    purpose: str = ""


@transaction.atomic
def plan_mission(
    row: Accreditation, facts: MissionFacts, *, by: Actor, at: datetime
) -> AssessedMission:
    """Plan a mission, or plan it anew while nobody has assessed it.

    Its assessors are neither the expert nor of an administration of theirs.
    """
    ledger = opened([row], by, at)
    check_days(facts.starts_on, facts.ends_on)
    people = list({person.pk: person for person in facts.assessors}.values())
    _check_assessors(ledger.rows[row.pk], people, at.date())
    mission = AssessedMission.objects.create(
        accreditation=row,
        host=facts.host,
        purpose=plain("purpose", facts.purpose, 300),
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        planned_at=at,
        planned_by=by,
    )
    mission.assessors.set(people)
    ledger.add(
        row,
        StepKind.MISSION_PLANNED,
        day=min(facts.starts_on, at.date()),
        place="starts_on",
        until=facts.ends_on,
        asked=len(people),
        mission=mission,
    )
    ledger.write()
    after = {"assessors": sorted(str(person.uuid) for person in people)}
    record("plan", "assessed_mission", mission.uuid, by=by, at=at, after=after)
    return mission


@transaction.atomic
def call_off_mission(
    row: Accreditation, *, reason: str, by: Actor, at: datetime
) -> AccreditationEvent:
    """The mission does not take place, or not so."""
    ledger = opened([row], by, at)
    mission = current_mission(row)
    event = ledger.add(
        row,
        StepKind.MISSION_CALLED_OFF,
        day=at.date(),
        reason=why(reason),
        mission=mission,
    )
    ledger.write()
    return event


@transaction.atomic
def assess_mission(
    mission: AssessedMission,
    *,
    assessor: Person,
    result: str,
    remarks: str,
    by: Actor,
    at: datetime,
    day: date | None = None,
    papers: Sequence[Paper] = (),
) -> MissionAssessment:
    """What an assessor says of a mission: final. Raises AccreditationRefused.

    The assessor gives it, or the project team on their behalf with the signed scan.
    """
    row = mission.accreditation
    own = by.account_id is not None and by.account_id == assessor.account_id
    if not own:
        _require_scan(papers, by, at)
    giver = by if own else on_behalf(by, actor_of(assessor))
    ledger = opened([row], by, at, team=False)
    _check_assessment(ledger, mission, assessor, at)
    if result not in Result.values:
        raise AccreditationRefused("result", pgettext("refusal", "Choose a result."))
    words = plain("remarks", remarks, 4000)
    if not words:
        text = pgettext("refusal", "Write what you saw on the mission.")
        raise AccreditationRefused("remarks", text)
    made = MissionAssessment.objects.create(
        mission=mission, assessor=assessor, result=result, reason=words, at=at, by=giver
    )
    ledger.by = giver
    event = ledger.add(
        row,
        StepKind.ASSESSED,
        day=day or at.date(),
        mission=mission,
        assessment=made,
    )
    ledger.attach(event, papers)
    ledger.write()
    return made


@transaction.atomic
def conclude_mission(
    row: Accreditation,
    *,
    result: str,
    by: Actor,
    at: datetime,
    day: date | None = None,
    reason: str = "",
) -> AccreditationEvent:
    """What follows from the assessments. Against one of them it needs a reason."""
    ledger = opened([row], by, at)
    if result not in Result.values:
        raise AccreditationRefused("result", pgettext("refusal", "Choose a result."))
    mission = current_mission(row)
    given = MissionAssessment.objects.filter(mission=mission)
    agreed = set(given.values_list("result", flat=True)) == {result}
    if given and not agreed and not reason.strip():
        text = pgettext(
            "refusal", "An assessor said otherwise: say why you conclude so."
        )
        raise AccreditationRefused("reason", text)
    words = why(reason, required=result != Result.PASSED)
    event = ledger.add(
        row,
        CONCLUSIONS[Result(result)],
        day=day or at.date(),
        reason=words,
        mission=mission,
    )
    ledger.write()
    return event


def current_mission(row: Accreditation) -> AssessedMission | None:
    """The mission that was planned last and stands: not called off, not taken back."""
    events = AccreditationEvent.objects.filter(
        accreditation=row, mission__isnull=False, undone_by=None
    )
    last = events.select_related("mission").order_by("-number").first()
    running = {StepKind.MISSION_PLANNED, StepKind.ASSESSED}
    return last.mission if last and last.kind in running else None


def _check_assessors(row: Accreditation, people: Sequence[Person], on: date) -> None:
    if not 1 <= len(people) <= MOST_ASSESSORS:
        text = pgettext("refusal", "Name 1 to %(most)s assessors.")
        raise AccreditationRefused("assessors", text % {"most": MOST_ASSESSORS})
    if len(strangers_to(row.person, people, on)) < len(people):
        text = pgettext(
            "refusal",
            "Nobody assesses themselves, or an expert of their own administration.",
        )
        raise AccreditationRefused("assessors", text)


def _require_scan(papers: Sequence[Paper], by: Actor, at: datetime) -> None:
    if not may_accredit(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only an assessor of this mission assesses it.")
        raise AccreditationRefused("", text)
    if not papers:
        text = pgettext(
            "refusal", "Send the signed scan: you enter this for the assessor."
        )
        raise AccreditationRefused("papers", text)


def _check_assessment(
    ledger: Ledger, mission: AssessedMission, assessor: Person, at: datetime
) -> None:
    """Named for it, still independent, not in yet, and the mission is the current one."""
    row = ledger.rows[mission.accreditation_id]
    if not mission.assessors.filter(pk=assessor.pk).exists():
        text = pgettext("refusal", "Only an assessor of this mission assesses it.")
        raise AccreditationRefused("assessor", text)
    if MissionAssessment.objects.filter(mission=mission, assessor=assessor).exists():
        text = pgettext("refusal", "Your assessment is in already, and it is final.")
        raise AccreditationRefused("", text)
    current = current_mission(row)
    if current is None or current.pk != mission.pk:
        text = pgettext("refusal", "This mission was called off or planned anew.")
        raise AccreditationRefused("", text)
    if not strangers_to(row.person, [assessor], at.date()):
        text = pgettext(
            "refusal",
            "Nobody assesses themselves, or an expert of their own administration.",
        )
        raise AccreditationRefused("", text)
