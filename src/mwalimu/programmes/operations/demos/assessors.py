"""Naming who scores a slot: two at least, and nobody near to the candidate."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.programmes.models import DemoAssessor, DemoSlot, Session
from mwalimu.programmes.operations.demos.refusals import DemoRefused, require_team
from mwalimu.programmes.permissions.demos import FEWEST_ASSESSORS
from mwalimu.programmes.permissions.independence import strangers_to

MOST_ASSESSORS = 6


@transaction.atomic
def name_assessors(
    slot: DemoSlot, *, people: Sequence[Person], by: Actor, at: datetime
) -> DemoSlot:
    """These score the slot and nobody else. Raises DemoRefused.

    Whoever has scored stays; once all have, nobody is added, because they would know
    what the others gave.
    """
    require_team(by, at)
    row = DemoSlot.objects.select_for_update(of=("self",)).get(pk=slot.pk)
    wanted = {person.pk: person for person in people}
    _check_number(len(wanted))
    _check_independence(row, wanted.values(), at)
    _check_given(row, wanted.keys())
    _put(row, wanted, by, at)
    return row


@transaction.atomic
def name_for_all(
    session: Session, *, people: Sequence[Person], by: Actor, at: datetime
) -> tuple[int, int]:
    """These score every slot of which nothing is scored yet, but for those near to its
    candidate. How many slots got them, and how many could not get two.
    """
    require_team(by, at)
    _check_number(len(people))
    rows = session.slots.select_for_update(of=("self",)).filter(scores=None)
    named = left = 0
    for row in rows.select_related("candidate").order_by("position"):
        free = strangers_to(row.candidate, people, at.date())
        if len(free) < FEWEST_ASSESSORS:
            left += 1
            continue
        _put(row, {person.pk: person for person in free}, by, at)
        named += 1
    return named, left


def _put(slot: DemoSlot, wanted: dict[int, Person], by: Actor, at: datetime) -> None:
    present = set(slot.assessors.values_list("person", flat=True))
    if present == wanted.keys():
        return
    slot.assessors.exclude(person__in=wanted).delete()
    DemoAssessor.objects.bulk_create(
        DemoAssessor(slot=slot, person=person)
        for key, person in wanted.items()
        if key not in present
    )
    after = {"assessors": sorted(str(person.uuid) for person in wanted.values())}
    record("name_assessors", "demo_slot", slot.uuid, by=by, at=at, after=after)


def _check_number(count: int) -> None:
    if not FEWEST_ASSESSORS <= count <= MOST_ASSESSORS:
        text = pgettext("refusal", "Name %(least)s to %(most)s assessors.")
        limits = {"least": FEWEST_ASSESSORS, "most": MOST_ASSESSORS}
        raise DemoRefused("assessors", text % limits)


def _check_independence(slot: DemoSlot, people: Iterable[Person], at: datetime) -> None:
    wanted = list(people)
    free = strangers_to(slot.candidate, wanted, at.date())
    if len(free) < len(wanted):
        text = pgettext(
            "refusal",
            "Nobody scores themselves, or a WG member of their own administration.",
        )
        raise DemoRefused("assessors", text)


def _check_given(slot: DemoSlot, wanted: Iterable[int]) -> None:
    """Scores that were given bind whoever gave them."""
    keys = set(wanted)
    gave = set(slot.scores.values_list("assessor", flat=True))
    named = set(slot.assessors.values_list("person", flat=True))
    if not gave <= keys:
        text = pgettext("refusal", "Whoever has scored this slot stays its assessor.")
        raise DemoRefused("assessors", text)
    if len(named) >= FEWEST_ASSESSORS and named <= gave and keys - named:
        text = pgettext(
            "refusal", "All assessors of this slot are in: nobody is added any more."
        )
        raise DemoRefused("assessors", text)
