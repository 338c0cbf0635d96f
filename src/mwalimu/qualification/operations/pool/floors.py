"""Setting floors."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models import Floor
from mwalimu.qualification.operations.pool.refusals import PoolRefused
from mwalimu.qualification.permissions import may_set_floors

MOST = 99
Pair = tuple[int, int]  # Member, topic (primary keys)


@transaction.atomic
def set_floors(
    cohort: Cohort, *, floors: Mapping[Pair, int | None], by: Actor, at: datetime
) -> int:
    """How few Master Trainers a Member of the cohort should have in a topic, at least.

    Nothing or 0 takes a floor away. Returns how many floors changed.
    """
    if not may_set_floors(acting_viewer(by, at.date())):
        raise PoolRefused("", pgettext("refusal", "Only the project team sets floors."))
    _check(cohort, floors)
    known = {
        (row.member_id, row.topic_id): row
        for row in Floor.objects.filter(cohort=cohort)
    }
    changed = 0
    for pair, least in floors.items():
        row = known.get(pair)
        if (row.least if row else 0) == (least or 0):
            continue
        changed += 1
        member, topic = pair
        if not least:
            Floor.objects.filter(cohort=cohort, member=member, topic=topic).delete()
            continue
        values = {"least": least, "set_at": at, "set_by": by}
        Floor.objects.update_or_create(
            cohort=cohort, member_id=member, topic_id=topic, defaults=values
        )
    if changed:
        record(
            "set_floors",
            "cohort",
            cohort.uuid,
            by=by,
            at=at,
            after={"changed": changed},
        )
    return changed


def _check(cohort: Cohort, floors: Mapping[Pair, int | None]) -> None:
    members = set(cohort.members.values_list("pk", flat=True))
    topics = set(cohort.topics.values_list("pk", flat=True))
    for (member, topic), least in floors.items():
        if member not in members or topic not in topics:
            text = pgettext("refusal", "This Member or topic is not of the cohort.")
            raise PoolRefused(f"{member}-{topic}", text)
        if not 0 <= (least or 0) <= MOST:
            text = pgettext("refusal", "Write a number from 0 to %(most)s.")
            raise PoolRefused(f"{member}-{topic}", text % {"most": MOST})
