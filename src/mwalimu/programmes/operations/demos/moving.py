"""Changing the order of slots: the times stay, the candidates change places."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.engine.scheduling import moved
from mwalimu.programmes.models import DemoScore, DemoSlot
from mwalimu.programmes.operations.demos.refusals import DemoRefused, require_team

PLACE = ("position", "day", "starts", "minutes", "room")
APART = 10_000  # beyond every position, while slots change places


@transaction.atomic
def move_slot(slot: DemoSlot, *, to: int, by: Actor, at: datetime) -> list[DemoSlot]:
    """Hold the slot at another place of the order (from 1); those between close up.

    A place beyond the ends is the first or the last one. Raises DemoRefused.
    """
    require_team(by, at)
    order = _in_order(slot)
    start = next(n for n, row in enumerate(order) if row.pk == slot.pk)
    to = min(max(to, 1), len(order)) - 1
    return _rearrange(order, moved(order, start, to), by, at)


@transaction.atomic
def swap_slots(
    one: DemoSlot, other: DemoSlot, *, by: Actor, at: datetime
) -> list[DemoSlot]:
    """Two candidates change places. Raises DemoRefused."""
    require_team(by, at)
    if one.session_id != other.session_id:
        text = pgettext("refusal", "Slots of one session change places, not of two.")
        raise DemoRefused("", text)
    order = _in_order(one)
    instead = {one.pk: other.pk, other.pk: one.pk}
    by_key = {row.pk: row for row in order}
    wanted = [by_key[instead.get(row.pk, row.pk)] for row in order]
    return _rearrange(order, wanted, by, at)


def _in_order(slot: DemoSlot) -> list[DemoSlot]:
    rows = DemoSlot.objects.select_for_update(of=("self",))
    return list(rows.filter(session=slot.session_id).order_by("position"))


def _rearrange(
    order: list[DemoSlot], wanted: list[DemoSlot], by: Actor, at: datetime
) -> list[DemoSlot]:
    """Give the places, in their order, to the slots as they are wanted."""
    places = [{name: getattr(row, name) for name in PLACE} for row in order]
    pairs = list(zip(wanted, places, strict=True))
    moving = [row for row, place in pairs if row.position != place["position"]]
    if DemoScore.objects.filter(slot__in=moving).exists():
        text = pgettext(
            "refusal", "A slot that was scored took place: it is not moved any more."
        )
        raise DemoRefused("", text)
    before = {row.pk: row.position for row in moving}
    for row in moving:
        row.position += APART
        row.save(update_fields=["position"])
    for row, place in pairs:
        if row.pk in before:
            for name, value in place.items():
                setattr(row, name, value)
            row.save(update_fields=PLACE)
            was, now = {"position": before[row.pk]}, {"position": row.position}
            record("move", "demo_slot", row.uuid, by=by, at=at, before=was, after=now)
    return wanted
