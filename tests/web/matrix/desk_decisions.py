"""Rows of the access matrix: decisions, waivers, and the page of an award."""

from datetime import date

from mwalimu.programmes.models import Cohort, Holding, Seat
from mwalimu.qualification.models import Decision, FollowedStandard, WaiverRow
from tests.cast import AT, make_person
from tests.web.matrix import KENYA, Row
from tests.web.matrix.desk_people import award
from tests.web.matrix.desk_programmes import cohort
from tests.web.matrix.desk_standards import edition

TEAM, NOBODY = frozenset({"team"}), frozenset()
CHANGE = {"reason": "An enquiry"}


def here(world):
    return {"code": cohort(world)["code"]}


def member_of(world):
    """A WG member of Kenya in the cohort, which follows a standard."""
    row = Cohort.objects.get(code=cohort(world)["code"])
    seat, _ = Seat.objects.get_or_create(
        cohort=row, member=world.kenya, topic=world.topics["HS"], number=1
    )
    held = Holding.objects.filter(seat=seat).first() or Holding.objects.create(
        seat=seat,
        person=make_person("Kenya Learner", world.system, world.kenya),
        since=date(2023, 1, 1),
        began="nominated",
        recorded_at=AT,
        recorded_by=world.system,
    )
    FollowedStandard.objects.get_or_create(
        cohort=row,
        since=date(2023, 1, 1),
        defaults={
            "edition": edition(world),
            "set_at": AT,
            "set_by": world.system,
        },
    )
    return row, held.person


def decision(world):
    row, person = member_of(world)
    made = Decision.objects.create(
        person=person,
        member=world.kenya,
        topic=world.topics["HS"],
        cohort=row,
        edition=edition(world),
        outcome="not_yet",
        supported=False,
        evidence={},
        decided_at=AT,
        decided_by=world.system,
    )
    return {"uuid": made.uuid}


def waiver(world):
    row, person = member_of(world)
    made, _ = WaiverRow.objects.get_or_create(
        person=person,
        cohort=row,
        requirement=edition(world).requirements.get(),
        withdrawn_at=None,
        defaults={"reason": "x", "given_at": AT, "given_by": world.system},
    )
    return {"code": row.code, "uuid": made.uuid}


ROWS: dict[str, Row] = {
    "desk:decisions": Row(TEAM, here, form={"outcome": "award"}),
    "desk:decision": Row(TEAM, decision, writes=NOBODY),
    "desk:waivers": Row(TEAM, here, form=CHANGE),
    "desk:waiver_withdraw": Row(TEAM, waiver, form=CHANGE),
    "desk:award": Row(TEAM | KENYA, award, writes=NOBODY),
    "desk:award_suspend": Row(TEAM, award, form={**CHANGE, "since": "2023-01-01"}),
    "desk:award_resume": Row(TEAM, award, form={**CHANGE, "on": "2023-01-01"}),
    "desk:award_renew": Row(TEAM, award, form=CHANGE),
    "desk:award_revoke": Row(TEAM, award, form={**CHANGE, "ended_on": "2023-01-01"}),
}
