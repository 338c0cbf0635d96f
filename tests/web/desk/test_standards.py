"""A person who writes no programs keeps the standards on these pages."""

from decimal import Decimal

import pytest
from django.urls import reverse

from mwalimu.qualification.models import (
    Decision,
    FollowedStandard,
    RequirementLine,
    Standard,
    StandardEdition,
)
from tests.cast import AT

NEXT = {"code": "MT", "number": 2}


def url(name, **arguments):
    return reverse(f"desk:{name}", kwargs=arguments)


@pytest.fixture
def as_team(client, team):
    client.force_login(team.account)
    return client


@pytest.fixture
def draft(as_team, edition):
    """Edition 2, drafted on the page."""
    as_team.post(url("standard_draft", code="MT"))
    return StandardEdition.objects.get(number=2)


def codes(edition):
    return [line.code for line in edition.requirements.all()]


def test_an_edition_is_read_in_plain_sentences_in_both_languages(as_team, edition):
    page = as_team.get(url("edition", code="MT", number=1)).content.decode()
    assert "Attend at least 80% of the days" in page
    assert '<p lang="fr" class="muted">Assister à au moins 80' in page
    assert "An award has no end" in page


def test_a_requirement_is_added_in_the_unit_of_its_kind(as_team, draft):
    asked = url("line_new", **NEXT, kind="attendance")
    sent = {"code": "WG2", "name_en": "Two", "amount": "75", "more": "WG2 WG3"}
    answer = as_team.post(asked, {**sent, "assumed": "on"})
    assert answer.status_code == 302
    line = RequirementLine.objects.get(code="WG2")
    assert (line.amount, line.subjects) == (Decimal("0.75"), ["WG2", "WG3"])


def test_an_assignment_asks_for_no_amount(as_team, draft):
    asked = url("line_new", **NEXT, kind="assignment")
    sent = {"code": "A1", "name_en": "Cases", "more": "A1", "source": "The plan"}
    as_team.post(asked, sent)
    assert RequirementLine.objects.get(code="A1").amount == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"amount": "101"}, "from 1% to 100%"),
        ({"amount": "much"}, "Enter a number"),
        ({"more": ""}, "Say what the requirement concerns"),
        ({"assumed": ""}, "mark it as an assumption"),
        ({"code": "WG1"}, "is taken"),
    ],
)
def test_what_is_refused_is_said_and_what_was_typed_stays(as_team, draft, change, said):
    sent = {
        "code": "WG7",
        "name_en": "Seventh group",
        "amount": "80",
        "more": "WG7",
        "assumed": "on",
    }
    answer = as_team.post(
        url("line_new", **NEXT, kind="attendance"),
        {name: value for name, value in (sent | change).items() if value},
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "Seventh group" in page


def test_lines_change_places(as_team, draft):
    as_team.post(url("line_move", **NEXT, line="DEMO"), {"to": "up"})
    assert codes(draft) == ["DEMO", "WG1"]


def test_a_line_is_changed_and_keeps_what_the_form_does_not_ask(as_team, draft):
    line = draft.requirements.get(code="WG1")
    line.names = {"en": "One", "pt": "Um"}
    line.save()
    page = as_team.get(url("line_edit", **NEXT, line="WG1")).content.decode()
    assert 'value="80"' in page
    sent = {"code": "WG1", "name_en": "First", "amount": "60", "more": "WG1"}
    as_team.post(url("line_edit", **NEXT, line="WG1"), {**sent, "assumed": "on"})
    line = draft.requirements.get(code="WG1")
    assert (line.names, line.amount) == ({"en": "First", "pt": "Um"}, Decimal("0.6"))


def test_an_edition_in_force_shows_no_way_to_change_it(as_team, edition):
    page = as_team.get(url("edition", code="MT", number=1)).content.decode()
    assert url("line_edit", code="MT", number=1, line="WG1") not in page
    answer = as_team.post(url("line_remove", code="MT", number=1, line="WG1"))
    assert answer.status_code == 302
    assert codes(edition) == ["WG1", "DEMO"]


def test_a_draft_is_put_in_force_and_compared(as_team, draft):
    as_team.post(url("line_remove", **NEXT, line="WG1"))
    as_team.post(url("edition_in_force", **NEXT), {"valid_from": "2024-01-01"})
    draft.refresh_from_db()
    assert draft.state == "in_force"
    asked = url("standard_compare", code="MT") + "?first=1&second=2"
    page = as_team.get(asked).content.decode()
    assert page.count("<strong>taken out</strong>") == 1


def test_a_new_standard_opens_on_its_draft(as_team):
    answer = as_team.post(url("standard_new"), {"code": "ALT", "name_en": "Other"})
    assert answer["Location"] == url("edition", code="ALT", number=1)


def test_whoever_is_signed_in_reads_what_is_in_force_and_no_draft(
    client, wg_member, draft
):
    client.force_login(wg_member.account)
    assert client.get(url("edition", code="MT", number=1)).status_code == 200
    assert client.get(url("edition", **NEXT)).status_code == 404
    assert "draft" not in client.get(url("standards")).content.decode()


def test_a_cohort_follows_an_edition_and_hears_what_its_plan_lacks(
    as_team,
    cohort,
    edition,
):
    here = url("cohort_standard", code=cohort.code)
    sent = {"edition": str(edition.uuid), "since": "2024-01-01"}
    page = as_team.post(here, sent, follow=True).content.decode()
    assert FollowedStandard.objects.get().edition == edition
    assert "has no stage WG1" in page


def test_a_change_after_decisions_says_who_keeps_the_edition_before(
    as_team,
    cohort,
    followed,
    draft,
    wg_member,
    team,
    kenya,
    topics,
):
    Decision.objects.create(
        person=wg_member.person,
        member=kenya,
        topic=topics["HS"],
        cohort=cohort,
        edition=followed.edition,
        outcome="not_yet",
        supported=False,
        evidence={},
        decided_at=AT,
        decided_by=team.actor,
    )
    as_team.post(url("edition_in_force", **NEXT), {"valid_from": "2024-01-01"})
    here = url("cohort_standard", code=cohort.code)
    refused = as_team.post(here, {"edition": str(draft.uuid), "since": "2024-03-01"})
    assert "they keep it" in refused.content.decode()
    sent = {"edition": str(draft.uuid), "since": "2024-03-02"}
    page = as_team.post(here, sent, follow=True).content.decode()
    assert "1 person was decided on under edition 1 and keeps it." in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_for_three_standards(
    as_team,
    number,
    system,
    django_assert_num_queries,
):
    for place in range(number):
        made = StandardEdition.objects.create(
            standard=Standard.objects.create(code=f"S{place}", names={"en": "S"}),
            number=1,
            created_at=AT,
            created_by=system,
        )
        assert made.is_draft
    with django_assert_num_queries(4):
        as_team.get(url("standards"))
