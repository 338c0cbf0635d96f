"""People put matters off, mute kinds, and say how often they are written to."""

from datetime import timedelta

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.notices.models import DigestChoice, Quiet
from mwalimu.notices.operations import (
    NotAllowed,
    NoticesRefused,
    bring_back,
    choose_frequency,
    mute,
    put_off,
    unmute,
)
from mwalimu.notices.queries.chosen import reminders_held
from mwalimu.notices.queries.reminders import matters_of, reminders_of
from mwalimu.people.operations import erase_person
from tests.cast import AT
from tests.notices.conftest import viewer
from tests.notices.crowd import DAY, ON


def off(somebody, subject="work:a", until=ON + 7 * DAY, by=None):
    by = (by or somebody).actor
    return put_off(somebody.person, subject=subject, until=until, by=by, at=AT)


def kinds(somebody):
    return {group.kind.code for group in reminders_of(viewer(somebody), ON).groups}


def test_a_matter_that_is_put_off_is_not_shown_until_its_day(crowded):
    me = crowded["wg_member"]
    (matter,) = (m for m in matters_of(viewer(me), ON) if m.kind == "work_due")
    off(me, matter.subject, until=ON + 3 * DAY)
    assert "work_due" not in kinds(me)
    later = reminders_of(viewer(me), ON + 3 * DAY)
    assert "work_due" in {group.kind.code for group in later.groups}


def test_nobody_else_is_spared_by_it(crowded):
    me, other = crowded["wg_member"], crowded["togo_wg_member"]
    (matter,) = (m for m in matters_of(viewer(me), ON) if m.kind == "work_due")
    off(me, matter.subject)
    assert "work_due" in kinds(other)


def test_a_muted_kind_is_not_shown_until_it_is_wanted_again(crowded):
    me = crowded["kenya_coordinator"]
    mute(me.person, kind="letter_to_answer", by=me.actor, at=AT)
    assert "letter_to_answer" not in kinds(me)
    unmute(me.person, kind="letter_to_answer", by=me.actor, at=AT)
    assert "letter_to_answer" in kinds(me)


def test_putting_off_again_moves_the_day(wg_member):
    off(wg_member)
    off(wg_member, until=ON + 9 * DAY)
    assert Quiet.objects.get().until == ON + 9 * DAY


def test_what_was_put_off_is_brought_back_once(wg_member):
    off(wg_member)
    again = {"subject": "work:a", "by": wg_member.actor, "at": AT}
    assert [bring_back(wg_member.person, **again) for _ in range(2)] == [True, False]


@pytest.mark.parametrize("days", [0, -1, 400])
def test_a_day_that_makes_no_sense_is_refused(wg_member, days):
    with pytest.raises(NoticesRefused) as refused:
        off(wg_member, until=ON + timedelta(days=days))
    assert refused.value.field == "until"
    assert not Quiet.objects.exists()


def test_what_does_not_exist_is_refused(wg_member):
    by = {"by": wg_member.actor, "at": AT}
    with pytest.raises(NoticesRefused, match="no such kind"):
        mute(wg_member.person, kind="weather", **by)
    with pytest.raises(NoticesRefused, match="one of the three"):
        choose_frequency(wg_member.person, frequency="hourly", **by)


@pytest.mark.parametrize("by", ["team", "togo_coordinator", "kenya_coordinator"])
def test_nobody_says_it_for_somebody_else(wg_member, by, request):
    other = request.getfixturevalue(by)
    with pytest.raises(NotAllowed):
        off(wg_member, by=other)
    with pytest.raises(NotAllowed):
        mute(wg_member.person, kind="work_due", by=other.actor, at=AT)
    with pytest.raises(NotAllowed):
        choose_frequency(wg_member.person, frequency="never", by=other.actor, at=AT)
    assert not Quiet.objects.exists()


def test_every_choice_leaves_a_line_without_names(wg_member):
    off(wg_member)
    mute(wg_member.person, kind="behind", by=wg_member.actor, at=AT)
    choose_frequency(wg_member.person, frequency="urgent", by=wg_member.actor, at=AT)
    lines = AuditLine.objects.filter(subject="reminders").order_by("pk")
    assert [(line.verb, line.after) for line in lines] == [
        ("put_off", {"about": "work:a", "until": "2024-03-08"}),
        ("mute", {"kind": "behind"}),
        ("choose_frequency", {"frequency": "urgent"}),
    ]


def test_who_asks_reads_all_of_it(crowded):
    me = crowded["wg_member"]
    off(me)
    mute(me.person, kind="work_due", by=me.actor, at=AT)
    held = reminders_held(me.person)["reminders"]
    assert held["muted"] == ["work_due"]
    assert held["put_off"] == [{"about": "work:a", "until": "2024-03-08"}]
    assert [row["missed"] for row in held["behind"]] == [2]


def test_a_person_who_is_forgotten_leaves_nothing(crowded, team):
    me = crowded["wg_member"]
    off(me)
    mute(me.person, kind="work_due", by=me.actor, at=AT)
    choose_frequency(me.person, frequency="never", by=me.actor, at=AT)
    erase_person(me.person, by=team.actor, at=AT)
    assert not Quiet.objects.exists()
    assert not DigestChoice.objects.exists()
    assert matters_of(viewer(me), ON) == []
