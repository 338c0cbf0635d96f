"""Who is behind is derived, complete, and the same however often one looks."""

from datetime import date

from mwalimu.notices.models import Behind
from mwalimu.notices.operations import note_who_is_behind
from tests.cast import AT
from tests.qualification.making import attend, held

WG1 = date(2023, 6, 5)


def noted():
    rows = Behind.objects.order_by("person__name")
    return [(row.person.name, row.missed, row.place) for row in rows]


def test_whoever_missed_a_requirement_is_behind(
    cohort, followed, wg_member, togo_wg_member, kenya, system
):
    session = held(cohort, "WG1", first=WG1)
    attend(session, togo_wg_member.person, system)
    assert note_who_is_behind(at=AT) == 1
    assert noted() == [("Kenya Candidate", 1, kenya.pk)]
    assert note_who_is_behind(at=AT) == 1
    assert len(noted()) == 1


def test_whoever_has_caught_up_is_not_noted_any_more(
    cohort, followed, wg_member, system
):
    session = held(cohort, "WG1", first=WG1)
    note_who_is_behind(at=AT)
    attend(session, wg_member.person, system)
    assert note_who_is_behind(at=AT) == 0
    assert noted() == []


def test_nobody_is_behind_in_a_programme_that_is_over(cohort, followed, wg_member):
    held(cohort, "WG1", first=WG1)
    type(cohort.programme).objects.update(status="concluded")
    assert note_who_is_behind(at=AT) == 0


def test_looking_costs_few_queries(
    cohort, followed, wg_member, togo_wg_member, django_assert_max_num_queries
):
    held(cohort, "WG1", first=WG1)
    with django_assert_max_num_queries(12):
        note_who_is_behind(at=AT)
