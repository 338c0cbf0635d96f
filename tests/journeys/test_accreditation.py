"""From the pool to an accredited expert, on the board, in a browser."""

import pytest
from playwright.sync_api import expect

from mwalimu.qualification.models import Award
from mwalimu.shared.clock import today
from tests.cast import AT, cast
from tests.journeys.test_everybody_can_read import faults, too_wide
from tests.qualification.pool.conftest import awarded

__all__ = ["awarded"]

BOARD = "/en/desk/accreditation/"
pytestmark = pytest.mark.browser


@pytest.fixture
def nia(system, kenya, awarded):
    """Kenya's Master Trainer of valuation, who signs in."""
    somebody = cast("Nia Kamau", system, kenya)
    awarded(somebody.person, kenya, "CV")
    return somebody


def column(page, phase):
    return page.locator(".pipeline-phase", has=page.locator(f"#phase-{phase}"))


def propose_and_screen(page):
    """The project team proposes her and selects her for a workshop."""
    page.goto(BOARD)
    page.get_by_role("link", name="Propose people").first.click()
    page.get_by_label("Type of expert").select_option(label="Expert Trainer")
    page.get_by_label("Field of expertise").select_option(label="Customs valuation")
    page.get_by_role("button", name="Show").click()
    page.get_by_label("Nia Kamau").check()
    page.get_by_role("button", name="Propose").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pre-screening")
    page.get_by_label("Nia Kamau").check()
    page.get_by_role("button", name="Decide").click()
    expect(column(page, "workshop")).to_contain_text("Nia Kamau")


def pass_the_workshop(page, day):
    """A workshop of today, with her result."""
    page.get_by_role("link", name="Nia Kamau").click()
    page.get_by_role("link", name="Register for a new workshop").click()
    page.get_by_label("Title").fill("Brussels")
    page.get_by_label("First day").fill(str(day))
    page.get_by_label("Last day").fill(str(day))
    page.get_by_label("Result, Nia Kamau").select_option(label="passed")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("workshop passed: pre-accredited")


def test_the_whole_way(
    new_page, sign_in, nia, team, assessor, trainer_type, valuation, uganda
):
    page, day = new_page(), today()
    sign_in(page, team)
    propose_and_screen(page)
    pass_the_workshop(page, day)
    page.get_by_role("link", name="Nia Kamau").click()
    page.get_by_role("link", name="Plan an assessed mission").click()
    page.get_by_label("Host").select_option(label="Uganda")
    page.get_by_label("First day").fill(str(day))
    page.get_by_label("Last day").fill(str(day))
    page.get_by_label("First Assessor").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("First Assessor (not in yet)")
    path = page.url

    other = new_page(narrow=True)
    sign_in(other, assessor)
    other.goto("/en/field/scoring/")
    other.get_by_role("link", name="Nia Kamau").click()
    other.get_by_label("passed", exact=True).check()
    other.get_by_label("What you saw").fill("Sure of the matter.")
    assert too_wide(other) <= 0
    other.get_by_role("button", name="Give the assessment").click()
    expect(other.locator("main")).to_contain_text("Your assessment is stored")

    page.goto(path)
    page.get_by_role("link", name="Conclude the mission").click()
    expect(page.locator("main")).to_contain_text("Sure of the matter.")
    page.get_by_label("passed", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".timeline")).to_contain_text("Mission passed: accredited")
    page.goto(BOARD)
    expect(column(page, "accredited")).to_contain_text("Nia Kamau")

    sign_in(mine := new_page(narrow=True), nia)
    mine.goto("/en/field/path/")
    expect(mine.locator("main")).to_contain_text("Expert Trainer, Customs valuation")
    mine.get_by_role("link", name="Expert Trainer, Customs valuation").click()
    expect(mine.locator(".timeline")).to_contain_text("Mission passed: accredited")
    expect(mine.locator("main")).not_to_contain_text("Sure of the matter.")
    assert Award.objects.get(person=nia.person).ended_on is None


def test_the_board_narrows_without_a_new_page(
    new_page, sign_in, leader, grace, ama, kenya, togo, team
):
    leader.propose(grace, kenya)
    leader.propose(ama, togo)
    page = new_page()
    sign_in(page, team)
    page.goto(BOARD)
    page.evaluate("window.same = true")
    page.get_by_label("Member").select_option(label="Togo")
    expect(column(page, "screening")).not_to_contain_text("Grace Wanjiru")
    expect(column(page, "screening")).to_contain_text("Ama Lawson")
    assert page.evaluate("window.same")
    assert "member=TG" in page.url
    page.go_back()
    expect(column(page, "screening")).to_contain_text("Grace Wanjiru")


@pytest.mark.parametrize(("narrow", "scheme"), [(True, "light"), (False, "dark")])
def test_everybody_can_read_the_pages(
    new_page, sign_in, narrow, scheme, leader, nia, grace, kenya, team, assessor
):
    done = leader.accredited(nia.person, kenya)
    leader.refresher(done, last=AT.date())
    row = leader.pre_accredited(grace, kenya)
    mission = leader.plan(row)
    leader.select(leader.propose(assessor.person, kenya))
    page = new_page(narrow=narrow, scheme=scheme)
    sign_in(page, team)
    one = f"{BOARD}{row.uuid}/"
    person = f"/en/desk/people/{nia.person.uuid}/"
    for address in (
        BOARD,
        f"{BOARD}?view=list",
        f"{BOARD}propose/?type=ET&field=CV",
        f"{BOARD}screening/",
        f"{BOARD}workshops/",
        f"{BOARD}workshops/new/",
        f"{BOARD}workshops/new/?kind=refresher",
        f"{BOARD}types/",
        f"{BOARD}types/ET/",
        f"{BOARD}{done.uuid}/",
        one,
        f"{one}mission/",
        f"{one}mission/assess/",
        f"{one}convert/",
        f"{one}suspend/",
        person,
        f"{person}accreditation/propose/",
        f"{person}accreditation/take-over/",
    ):
        page.goto(address)
        assert faults(page) == [], address
        assert too_wide(page) <= 0, address
    other = new_page(narrow=narrow, scheme=scheme)
    sign_in(other, assessor)
    other.goto(f"/en/field/missions/{mission.uuid}/")
    assert faults(other) == []
    assert too_wide(other) <= 0
