"""Persons are created, corrected and completed; refusals say what would be right."""

from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.models import Affiliation, Consent, Person
from mwalimu.people.operations import (
    PeopleRefused,
    PersonFacts,
    Work,
    add_affiliation,
    close_affiliation,
    create_people_many,
    create_person,
    edit_person,
    give_consent,
    set_contacts,
    set_languages,
    withdraw_consent,
)
from tests.cast import AT


def refused(error):
    return [(problem.field, problem.message) for problem in error.value.problems]


def test_a_person_is_recorded_with_work_languages_and_contact(kenya, team):
    person = create_person(
        name=" Grace  Wanjiru ",
        sex="F",
        birth_year=1985,
        work=[Work(member=kenya, unit="Tariff")],
        languages={"en": "C1", "sw": ""},
        email="grace@example.org",
        by=team.actor,
        at=AT,
    )
    assert (person.key, person.affiliations.get().unit) == ("grace wanjiru", "Tariff")
    assert dict(person.languages.values_list("language", "level")) == {
        "en": "C1",
        "sw": "",
    }
    assert person.contacts.get().value == "grace@example.org"


def test_the_audit_trail_holds_no_name(kenya, team):
    person = create_person(
        name="Grace Wanjiru", work=[Work(member=kenya)], by=team.actor, at=AT
    )
    edit_person(person, name="Grace Wambui", by=team.actor, at=AT)
    lines = AuditLine.objects.about("person", person.uuid)
    assert [line.after for line in lines] == [
        {"changed": ["key", "name"]},
        {"members": ["KE"]},
    ]
    assert all("Grace" not in f"{line.before}{line.after}" for line in lines)


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"name": " ... "}, "name", "at least one letter"),
        ({"name": "1234"}, "name", "at least one letter"),
        ({"name": "Asha\x1b[31m"}, "name", "at least one letter"),
        ({"name": "x" * 201}, "name", "201 characters long; at most 200"),
        ({"birth_year": 1850}, "birth_year", "from 1924 to 2010"),
        ({"birth_year": 2024}, "birth_year", "2024 cannot be a birth year"),
        ({"sex": "X"}, "sex", "F, M, U or N"),
        ({"work": [Work()]}, "member", "which Member"),
        ({"work": [Work(sector="space")]}, "sector", "does not exist"),
    ],
)
def test_nonsense_is_refused_at_its_field(team, changes, field, says):
    with pytest.raises(PeopleRefused) as error:
        create_person(**{"name": "Grace", **changes}, by=team.actor, at=AT)
    assert refused(error)[0][0] == field
    assert says in refused(error)[0][1]
    assert not Person.objects.filter(name__startswith="Grace").exists()


def test_of_many_the_bad_row_is_named_and_none_is_stored(team, kenya):
    good, bad = PersonFacts("Grace"), PersonFacts("Otieno", birth_year=3)
    with pytest.raises(PeopleRefused) as error:
        create_people_many([good, bad], by=team.actor, at=AT)
    assert refused(error)[0][0] == "1.birth_year"
    assert not Person.objects.filter(name="Grace").exists()


def test_many_need_few_queries(team, kenya, django_assert_max_num_queries):
    rows = [PersonFacts(f"Officer {n}", work=[Work(member=kenya)]) for n in range(500)]
    with django_assert_max_num_queries(25):  # SQLite takes 999 values
        people = create_people_many(rows, by=team.actor, at=AT, synthetic=True)
    assert [person.name for person in people[:2]] == ["Officer 0", "Officer 1"]
    assert Affiliation.objects.filter(person__in=people).count() == 500


def test_an_edit_that_changes_nothing_leaves_no_line(kenya_trainer, team):
    person, before = kenya_trainer.person, AuditLine.objects.count()
    edit_person(person, name=person.name, sex=person.sex, by=team.actor, at=AT)
    assert AuditLine.objects.count() == before


def test_work_is_added_and_closed_and_stays_on_record(kenya_trainer, togo, team):
    person, by = kenya_trainer.person, team.actor
    old = person.affiliations.get()
    close_affiliation(old, on=date(2023, 6, 30), by=by, at=AT)
    new = Work(member=togo, since=date(2023, 7, 1))
    add_affiliation(person, work=new, by=by, at=AT)
    codes = person.affiliations.order_by("pk").values_list("member__code", flat=True)
    assert list(codes) == ["KE", "TG"]


def test_the_last_day_is_not_before_the_first(kenya_trainer, togo, team):
    work = Work(member=togo, since=date(2023, 7, 1), until=date(2023, 6, 1))
    with pytest.raises(PeopleRefused, match="before the first day"):
        add_affiliation(kenya_trainer.person, work=work, by=team.actor, at=AT)


def test_a_level_that_does_not_exist_is_refused(kenya_trainer, team):
    with pytest.raises(PeopleRefused, match="D1 is no level"):
        set_languages(
            kenya_trainer.person, languages={"fr": "D1"}, by=team.actor, at=AT
        )


def test_the_audit_names_kinds_of_contact_only(kenya_trainer, team):
    person = kenya_trainer.person
    set_contacts(person, email="a@b.org", phone="", by=team.actor, at=AT)
    line = AuditLine.objects.get(verb="set_contacts")
    assert line.after == {"kinds": ["email"]}


def consent(person, by):
    return give_consent(person, purpose="profile", audience="public", by=by, at=AT)


def test_a_consent_entered_by_another_says_on_whose_behalf(
    kenya_trainer, kenya_coordinator
):
    row = consent(kenya_trainer.person, kenya_coordinator.actor)
    assert row.recorded_by.account == kenya_coordinator.account
    assert row.recorded_by.on_behalf_of == kenya_trainer.actor


def test_a_consent_entered_for_somebody_without_account_says_so(
    kenya_coordinator, kenya, team
):
    person = create_person(
        name="Grace", work=[Work(member=kenya)], by=team.actor, at=AT
    )
    row = consent(person, kenya_coordinator.actor)
    assert row.recorded_by.on_behalf_of.label == str(person.uuid)


def test_a_consent_of_ones_own_is_on_nobodys_behalf(kenya_trainer):
    row = consent(kenya_trainer.person, kenya_trainer.actor)
    assert row.recorded_by == kenya_trainer.actor


def test_a_withdrawn_consent_stays_on_record(kenya_trainer):
    row = consent(kenya_trainer.person, kenya_trainer.actor)
    withdraw_consent(row, by=kenya_trainer.actor, at=AT)
    again = consent(kenya_trainer.person, kenya_trainer.actor)
    assert list(Consent.objects.order_by("pk")) == [row, again]
    assert (row.withdrawn_at, again.withdrawn_at) == (AT, None)
