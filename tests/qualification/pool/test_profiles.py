"""A profile is kept by the person; floors are set by the team."""

from datetime import date

import pytest

from mwalimu.people.operations import erase_person
from mwalimu.people.queries import acting_viewer
from mwalimu.qualification.models import Availability, FieldConsent, Floor, Profile
from mwalimu.qualification.operations.pool import (
    PoolRefused,
    add_availability,
    refresh_pool,
    remove_availability,
    set_floors,
    show_fields,
    write_profile,
)
from mwalimu.qualification.queries.pool import below_floor, floors_of
from mwalimu.qualification.queries.pool.profiles import audiences_of, profile_held
from tests.cast import AT

pytestmark = pytest.mark.django_db
ON = AT.date()
DAYS = {"kind": "busy", "since": date(2024, 5, 1), "until": date(2024, 5, 3)}


def test_nobody_writes_the_profile_of_another(amina, team, kenya_coordinator):
    for other in (team, kenya_coordinator):
        with pytest.raises(PoolRefused):
            write_profile(amina.person, about="x", contact="", by=other.actor, at=AT)
    assert not Profile.objects.exists()


def test_who_is_no_master_trainer_has_no_profile(wg_member):
    with pytest.raises(PoolRefused):
        add_availability(wg_member.person, **DAYS, by=wg_member.actor, at=AT)


@pytest.mark.parametrize(
    ("field", "texts"),
    [
        ("about", {"about": "x" * 4001, "contact": ""}),
        ("contact", {"about": "", "contact": "x" * 201}),
        ("about", {"about": "a\x1b[31m", "contact": ""}),
    ],
)
def test_a_text_that_is_too_long_or_cannot_be_read_is_refused(amina, field, texts):
    with pytest.raises(PoolRefused) as refused:
        write_profile(amina.person, **texts, by=amina.actor, at=AT)
    assert refused.value.field == field


def test_without_consent_everything_stays_with_the_team(amina):
    assert set(audiences_of(amina.person).values()) == {"team"}


def test_a_consent_that_changes_keeps_its_history(amina):
    for audience in ("public", "members", "team"):
        show_fields(amina.person, audiences={"name": audience}, by=amina.actor, at=AT)
    history = FieldConsent.objects.order_by("pk").values_list(
        "audience", "withdrawn_at"
    )
    assert list(history) == [("public", AT), ("members", AT)]
    assert audiences_of(amina.person)["name"] == "team"


@pytest.mark.parametrize("wrong", [{"name": "friends"}, {"shoe": "public"}])
def test_an_unknown_field_or_audience_is_refused(amina, wrong):
    with pytest.raises(PoolRefused):
        show_fields(amina.person, audiences=wrong, by=amina.actor, at=AT)
    assert not FieldConsent.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"until": date(2024, 4, 30)}, "until"),
        ({"since": date(2023, 1, 1), "until": date(2024, 2, 29)}, "until"),
        ({"until": date(2031, 1, 1)}, "until"),
        ({"kind": "perhaps"}, "kind"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused(amina, changes, field):
    with pytest.raises(PoolRefused) as refused:
        add_availability(amina.person, **{**DAYS, **changes}, by=amina.actor, at=AT)
    assert refused.value.field == field


def test_a_day_is_not_free_and_busy_at_once(amina):
    add_availability(amina.person, **DAYS, by=amina.actor, at=AT)
    free = {**DAYS, "kind": "free", "since": date(2024, 5, 3)}
    with pytest.raises(PoolRefused):
        add_availability(amina.person, **free, by=amina.actor, at=AT)


def test_only_the_person_takes_a_period_away(amina, team):
    row = add_availability(amina.person, **DAYS, by=amina.actor, at=AT)
    with pytest.raises(PoolRefused):
        remove_availability(row, by=team.actor, at=AT)
    remove_availability(row, by=amina.actor, at=AT)
    assert not Availability.objects.exists()


def test_erasure_clears_what_was_written_and_withdraws_consent(amina, team):
    said = {"by": amina.actor, "at": AT}
    write_profile(amina.person, about="I teach", contact="a@b.org", **said)
    show_fields(amina.person, audiences={"name": "public"}, **said)
    add_availability(amina.person, **DAYS, **said)
    erase_person(amina.person, by=team.actor, at=AT)
    held = profile_held(amina.person)
    assert (held["about"], held["contact"], held["availability"]) == ("", "", [])
    assert not FieldConsent.objects.filter(withdrawn_at=None).exists()


def floors(cohort, team, least, member):
    topic = cohort.topics.get()
    pairs = {(member.pk, topic.pk): least}
    return set_floors(cohort, floors=pairs, by=team.actor, at=AT)


def test_a_floor_that_is_not_kept_is_told(amina, cohort, team, kenya):
    floors(cohort, team, 2, kenya)
    short = below_floor(ON)
    assert [(row.floor.member, row.have, row.missing) for row in short] == [
        (kenya, 1, 1)
    ]


def test_who_left_does_not_keep_a_floor(amina, cohort, team, kenya):
    floors(cohort, team, 1, kenya)
    assert below_floor(ON) == []
    amina.person.affiliations.update(until=date(2024, 1, 1))
    refresh_pool([amina.person.pk])
    assert [row.have for row in below_floor(ON)] == [0]


def test_a_floor_is_read_by_the_team_and_its_member_only(
    amina, cohort, team, kenya, kenya_coordinator, togo_coordinator, reader
):
    floors(cohort, team, 2, kenya)
    seen = {
        somebody.person.name: len(floors_of(acting_viewer(somebody.actor, ON), ON))
        for somebody in (team, kenya_coordinator, togo_coordinator, reader)
    }
    assert list(seen.values()) == [1, 1, 0, 0]


def test_an_empty_number_takes_the_floor_away(amina, cohort, team, kenya):
    assert floors(cohort, team, 2, kenya) == 1
    assert floors(cohort, team, 2, kenya) == 0
    assert floors(cohort, team, None, kenya) == 1
    assert not Floor.objects.exists()


def test_only_the_team_sets_floors(cohort, kenya, kenya_coordinator):
    with pytest.raises(PoolRefused):
        floors(cohort, kenya_coordinator, 2, kenya)


def test_a_member_that_is_not_of_the_cohort_has_no_floor(cohort, team, kenya):
    cohort.members.remove(kenya)
    with pytest.raises(PoolRefused):
        floors(cohort, team, 2, kenya)
