"""The pages of standards, decisions and awards, judged by axe-core."""

import pytest

from mwalimu.qualification.models import Award
from mwalimu.qualification.operations import draft_edition, suspend_award
from tests.cast import AT
from tests.journeys.test_everybody_can_read import faults, too_wide

ADDRESSES = [
    "standards/",
    "standards/MT/1/",
    "standards/MT/2/",
    "standards/MT/2/edit/",
    "standards/MT/2/lines/new/attendance/",
    "standards/MT/2/lines/DEMO/edit/",
    "standards/MT/compare/?first=1&second=2",
    "cohorts/C-HS/standard/",
    "cohorts/C-HS/decisions/",
    "cohorts/C-HS/waivers/",
]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("narrow", [True, False])
def test_everybody_can_read_them(
    new_page,
    sign_in,
    narrow,
    scheme,
    team,
    followed,
    standard,
    wg_member,
    kenya_trainer,
):
    draft_edition(standard, by=team.actor, at=AT)
    award = Award.objects.get()
    do = {"reason": "Enquiry", "by": team.actor, "at": AT}
    suspend_award(award, since=AT.date(), **do)
    page = new_page(narrow=narrow, scheme=scheme)
    sign_in(page, team)
    for address in (*ADDRESSES, f"awards/{award.uuid}/"):
        page.goto(f"/en/desk/{address}")
        assert faults(page) == [], address
        assert too_wide(page) <= 0, address


@pytest.mark.browser
def test_a_draft_becomes_an_edition_that_a_cohort_follows(
    new_page, sign_in, team, followed, cohort
):
    page = new_page()
    sign_in(page, team)
    page.goto("/en/desk/standards/MT/1/")
    page.click("text=Draft the next edition")
    page.click("#DEMO >> text=Take out")
    page.click("a.button >> text=training delivered")
    page.fill("input[name=code]", "TAUGHT")
    page.fill("input[name=name_en]", "Own training")
    page.fill("input[name=amount]", "1")
    page.check("input[name=assumed]")
    page.click("text=Save")
    assert "Deliver at least 1 training that is verified." in page.content()
    page.click("text=Put in force")
    page.click("button >> text=Put in force")
    assert page.locator("text=Draft the next edition").count() == 1
    page.goto(f"/en/desk/cohorts/{cohort.code}/standard/")
    page.select_option("select[name=edition]", label="MT 2 · Master Trainer")
    page.click("text=Follow this edition")
    assert page.locator("main >> text=MT, edition 2").count() == 1
