"""Scoring a slot: each named assessor once, blind to the others, final."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import DemoScore, DemoSlot
from mwalimu.programmes.models.demos import LEAST, MOST
from mwalimu.programmes.operations.demos.refusals import DemoRefused, plain
from mwalimu.programmes.permissions.independence import is_independent

CRITERIA = ("skill", "expertise", "content")
LONGEST_REMARKS = 5_000


@transaction.atomic
def give_score(
    slot: DemoSlot,
    *,
    skill: int,
    expertise: int,
    content: int,
    remarks: str = "",
    by: Actor,
    at: datetime,
) -> DemoScore:
    """What one assessor gives; final. Raises DemoRefused.

    The same sent again changes nothing: a tired phone may send twice.
    """
    row = DemoSlot.objects.select_for_update(of=("self",)).get(pk=slot.pk)
    person = _check_who(row, by, at)
    given = {"skill": skill, "expertise": expertise, "content": content}
    for name, value in given.items():
        if not LEAST <= value <= MOST:
            text = pgettext("refusal", "Give a score from %(least)s to %(most)s.")
            raise DemoRefused(name, text % {"least": LEAST, "most": MOST})
    said = plain("remarks", remarks, LONGEST_REMARKS)
    before = row.scores.filter(assessor=person).first()
    if before is not None:
        return _again(before, {**given, "remarks": said})
    score = DemoScore.objects.create(
        slot=row,
        assessor_id=person,
        remarks=said,
        given_at=at,
        given_by=by,
        **given,
    )
    record("score", "demo_slot", row.uuid, by=by, at=at)
    return score


def _check_who(slot: DemoSlot, by: Actor, at: datetime) -> int:
    """The key of the person who scores."""
    viewer = acting_viewer(by, at.date())
    if viewer.person_id == slot.candidate_id:
        text = pgettext("refusal", "Nobody scores themselves.")
        raise DemoRefused("", text)
    named = slot.assessors.filter(person__in=[viewer.person_id])
    if viewer.person_id is None or not named.exists():
        text = pgettext("refusal", "You are not named to score this slot.")
        raise DemoRefused("", text)
    if not is_independent(viewer, slot.candidate, at.date()):
        text = pgettext(
            "refusal",
            "This WG member is of your own administration: somebody else scores."
            " Nothing was stored. Tell the project team.",
        )
        raise DemoRefused("", text)
    return viewer.person_id


def _again(before: DemoScore, given: dict[str, object]) -> DemoScore:
    if all(getattr(before, name) == value for name, value in given.items()):
        return before
    text = pgettext("refusal", "You have scored this slot: a score is final.")
    raise DemoRefused("", text)
