"""The index of the pool moves with the facts, and a rebuild gives the same."""

from datetime import date

import pytest

from mwalimu.people.models import Affiliation
from mwalimu.people.operations import (
    Work,
    add_affiliation,
    close_affiliation,
    edit_person,
    erase_person,
)
from mwalimu.qualification.models import PoolRow
from mwalimu.qualification.operations import end_award
from mwalimu.qualification.operations.pool import (
    rebuild_pool,
    show_fields,
    write_profile,
)
from mwalimu.shared.models import SearchWord
from mwalimu.shared.search import search
from mwalimu.trainings.operations import void_training
from tests.cast import AT
from tests.trainings.making import plain, verified

pytestmark = pytest.mark.django_db


def row(somebody):
    return PoolRow.objects.get(person=somebody.person)


def found(words, kind="pool"):
    rows = search(kind, words).narrow(PoolRow.objects.all())
    return set(rows.values_list("person__name", flat=True))


@pytest.fixture
def taught(amina, kenya, topics, kenya_registrar, kenya_coordinator):
    """Amina gave a training in November 2023."""
    facts = plain(kenya, topics["HS"], amina.person)
    return verified(facts, kenya_registrar.actor, kenya_coordinator.actor)


def test_an_award_puts_somebody_into_the_pool(amina, kenya):
    assert (row(amina).member, row(amina).since) == (kenya, date(2019, 1, 1))


def test_an_award_that_ended_says_from_when(amina, team):
    award = row(amina).award
    end_award(award, ended_on=date(2024, 2, 1), reason="x", by=team.actor, at=AT)
    assert row(amina).until == date(2024, 2, 1)


def test_a_verified_training_is_a_delivery(amina, taught):
    assert (row(amina).delivered, row(amina).delivered_on) == (1, date(2023, 11, 8))


def test_a_training_in_another_topic_is_none(
    amina, kenya, topics, kenya_registrar, kenya_coordinator
):
    facts = plain(kenya, topics["CV"], amina.person)
    verified(facts, kenya_registrar.actor, kenya_coordinator.actor)
    assert row(amina).delivered == 0


def test_a_voided_training_is_no_delivery(amina, taught, team):
    void_training(taught, reason="never took place", by=team.actor, at=AT)
    assert (row(amina).delivered, row(amina).delivered_on) == (0, None)


def test_leaving_the_administration_is_seen(amina, team):
    work = Affiliation.objects.get(person=amina.person)
    close_affiliation(work, on=date(2024, 1, 31), by=team.actor, at=AT)
    assert row(amina).left_on == date(2024, 2, 1)


def test_another_post_is_seen(amina, kenya, team):
    post = Work(sector="customs", member=kenya, post="Audit", since=date(2023, 5, 1))
    add_affiliation(amina.person, work=post, by=team.actor, at=AT)
    assert row(amina).moved_on == date(2023, 5, 1)


def test_a_new_name_is_found_and_the_old_one_is_not(amina, team):
    edit_person(amina.person, name="Zainab Otieno", by=team.actor, at=AT)
    assert (found("Zainab"), row(amina).key) == (
        {"Zainab Otieno"},
        "zainab otieno",
    )
    assert found("Aminaa") == set()


def test_what_somebody_writes_is_found_by_the_team_only_until_they_open_it(amina):
    said = {"by": amina.actor, "at": AT}
    write_profile(amina.person, about="I teach machinery.", contact="", **said)
    assert (found("machinery"), found("machinery", "pool-shown")) == (
        {"Amina Otieno"},
        set(),
    )
    show_fields(amina.person, audiences={"about": "members"}, **said)
    assert found("machinery", "pool-shown") == {"Amina Otieno"}


def test_an_erased_person_is_in_no_index(amina, kofi, team):
    key = row(amina).pk
    erase_person(amina.person, by=team.actor, at=AT)
    assert list(PoolRow.objects.values_list("person__name", flat=True)) == [
        "Kofi Mensah"
    ]
    assert not SearchWord.objects.filter(
        stem__kind__startswith="pool", row=key
    ).exists()


def everything():
    rows = PoolRow.objects.order_by("pk").values()
    words = SearchWord.objects.filter(stem__kind__startswith="pool")
    return list(rows), sorted(words.values_list("stem__kind", "stem__stem", "row"))


def test_a_rebuild_gives_the_same_without_the_announcements(
    amina, kofi, taught, team, kenya
):
    show_fields(amina.person, audiences={"name": "public"}, by=amina.actor, at=AT)
    write_profile(amina.person, about="Machinery", contact="", by=amina.actor, at=AT)
    post = Work(sector="customs", member=kenya, post="Audit", since=date(2023, 5, 1))
    add_affiliation(amina.person, work=post, by=team.actor, at=AT)
    before = everything()
    rebuild_pool()
    assert everything() == before
    assert len(before[0]) == 2
