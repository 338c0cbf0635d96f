"""Writing the steps: one in detail, one for many, and never over somebody else's."""

from datetime import date, time

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import Arrangement
from mwalimu.programmes.operations.logistics import (
    LogisticsRefused,
    Said,
    StepChanged,
    set_many,
    set_step,
)
from mwalimu.programmes.operations.logistics.steps import version_of
from tests.cast import AT
from tests.programmes.logistics.conftest import board

LATER = AT.replace(hour=10)


def state_of(session, person, step):
    cell = board(session).row(person.uuid).cell(step)
    return cell.state, cell.day, cell.note


def test_a_step_is_open_until_somebody_writes_it(session, wg_member):
    assert state_of(session, wg_member.person, "visa") == ("open", None, "")


def test_what_is_done_is_dated_today_unless_a_day_is_given(session, wg_member, team):
    by = {"by": team.actor, "at": AT}
    who = wg_member.person
    set_step(session, who.uuid, "visa", Said(state="done"), **by)
    own = Said(state="asked", day=date(2024, 2, 20), note=" by  mail ")
    set_step(session, who.uuid, "ticket", own, **by)
    assert state_of(session, who, "visa") == ("done", AT.date(), "")
    assert state_of(session, who, "ticket") == ("asked", date(2024, 2, 20), "by mail")


def test_an_arrival_has_its_own_day_and_hour(session, wg_member, team):
    said = Said(state="done", day=date(2024, 3, 3), hour=time(14, 20), note="KQ 101")
    who = wg_member.person
    set_step(session, who.uuid, "arrival", said, by=team.actor, at=AT)
    cell = board(session).row(who.uuid).cell("arrival")
    assert (cell.day, cell.hour, cell.note) == (said.day, said.hour, "KQ 101")
    undated = Said(state="done", note="by bus")
    set_step(session, who.uuid, "arrival", undated, by=team.actor, at=LATER)
    assert state_of(session, who, "arrival") == ("done", None, "by bus")


def test_one_state_is_set_for_many_and_their_notes_stay(session, both, team):
    for person in both:
        said = Said(state="asked", note=person.name.upper())
        set_step(session, person.uuid, "passport", said, by=team.actor, at=AT)
    steps = [(person.uuid, "passport") for person in both]
    changed = set_many(session, steps, state="done", by=team.actor, at=LATER)
    assert changed == [person.uuid for person in both]
    notes = [state_of(session, person, "passport") for person in both]
    assert notes == [("done", AT.date(), person.name.upper()) for person in both]


def test_setting_the_same_again_changes_nothing(session, both, team):
    steps = [(person.uuid, "visa") for person in both]
    for _ in range(2):
        changed = set_many(session, steps, state="asked", by=team.actor, at=AT)
    assert changed == []
    assert AuditLine.objects.filter(subject="logistics").count() == 2


def test_one_who_does_not_come_refuses_all(session, both, team, reader):
    steps = [(both[0].uuid, "visa"), (reader.person.uuid, "visa")]
    with pytest.raises(LogisticsRefused, match="Nothing was saved"):
        set_many(session, steps, state="done", by=team.actor, at=AT)
    assert not Arrangement.objects.exists()


def test_nobody_ticked_is_said(session, team):
    with pytest.raises(LogisticsRefused, match="Tick the people first"):
        set_many(session, [], state="done", by=team.actor, at=AT)


def test_what_is_not_needed_loses_its_days(session, wg_member, team):
    who = wg_member.person.uuid
    nights = Said(
        state="done", day=date(2024, 3, 3), until=date(2024, 3, 9), note="Inn"
    )
    set_step(session, who, "hotel", nights, by=team.actor, at=AT)
    set_many(session, [(who, "hotel")], state="not_needed", by=team.actor, at=AT)
    row = Arrangement.objects.get()
    assert (row.state, row.day, row.until, row.note) == (
        "not_needed",
        None,
        None,
        "Inn",
    )


def test_a_form_does_not_write_over_what_somebody_wrote_since(session, wg_member, team):
    who = wg_member.person.uuid
    set_step(session, who, "visa", Said(state="asked"), by=team.actor, at=AT)
    opened = version_of(Arrangement.objects.get())
    by = {"by": team.actor, "at": LATER}
    set_step(session, who, "visa", Said(state="done"), seen=opened, **by)
    with pytest.raises(StepChanged):
        set_step(session, who, "visa", Said(state="open"), seen=opened, **by)
    with pytest.raises(StepChanged):
        set_step(session, who, "visa", Said(state="open"), seen="", **by)
    assert Arrangement.objects.get().state == "done"


def test_the_trail_says_who_what_and_from_where_but_no_note(session, wg_member, team):
    who = wg_member.person
    by = {"by": team.actor}
    set_step(
        session, who.uuid, "passport", Said(state="asked", note="SECRET"), **by, at=AT
    )
    set_many(session, [(who.uuid, "passport")], state="done", **by, at=LATER)
    lines = AuditLine.objects.filter(subject="logistics").order_by("pk")
    assert [line.after for line in lines] == [
        {"person": str(who.uuid), "step": "passport", "state": "asked"},
        {
            "person": str(who.uuid),
            "step": "passport",
            "state": "done",
            "was": "asked",
        },
    ]
    assert {line.by_id for line in lines} == {team.actor.pk}


@pytest.mark.parametrize(
    ("step", "said", "field"),
    [
        ("visa", Said(state="agreed"), "state"),
        ("visa", Said(state="done", day=date(1890, 1, 1)), "day"),
        ("visa", Said(state="done", hour=time(9)), "hour"),
        ("visa", Said(state="done", until=date(2024, 3, 9)), "until"),
        ("hotel", Said(state="done", until=date(2024, 3, 9)), "until"),
        (
            "hotel",
            Said(state="done", day=date(2024, 3, 9), until=date(2024, 3, 9)),
            "until",
        ),
        ("visa", Said(state="done", note="x" * 201), "note"),
        ("letter", Said(state="done"), "who"),
    ],
)
def test_what_is_wrong_is_refused_at_its_field(
    session, wg_member, team, step, said, field
):
    who = wg_member.person.uuid
    with pytest.raises(LogisticsRefused if field != "note" else ValueError) as refused:
        set_step(session, who, step, said, by=team.actor, at=AT)
    assert refused.value.field == field
    assert not Arrangement.objects.exists()
