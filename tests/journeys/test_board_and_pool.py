"""The board by keyboard and on a phone, the path, the pool: in a browser."""

import pytest

from tests.journeys.test_everybody_can_read import faults, too_wide
from tests.qualification.pool.conftest import amina, awarded
from tests.web.board.conftest import asks, seen, wg1, work

__all__ = ["amina", "asks", "awarded", "seen", "wg1", "work"]

BOARD = "/en/desk/cohorts/C-HS/board/"
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("narrow", [True, False])
def test_everybody_can_read_the_board_and_the_pool(
    new_page, sign_in, narrow, scheme, seen, work, team, wg_member, amina
):
    page = new_page(narrow=narrow, scheme=scheme)
    sign_in(page, team)
    uuid, trainer = wg_member.person.uuid, amina.person.uuid
    for address in (
        BOARD,
        "/en/desk/board/?behind=on",
        f"{BOARD}{uuid}/why/ATT/",
        f"/en/desk/people/{uuid}/path/",
        "/en/desk/pool/?near=KE&language=fr",
        f"/en/desk/pool/{trainer}/",
        "/en/desk/pool/floors/",
        "/en/desk/cohorts/C-HS/floors/",
        "/en/master-trainers/",
    ):
        page.goto(address)
        assert faults(page) == [], address
        assert too_wide(page) <= 0, address


@pytest.mark.parametrize("narrow", [True, False])
def test_everybody_can_read_their_path_and_profile(
    new_page, sign_in, narrow, seen, wg_member, amina
):
    for somebody, address in (
        (wg_member, "/en/field/path/"),
        (wg_member, "/en/field/path/C-HS/why/ATT/"),
        (amina, "/en/field/profile/"),
    ):
        page = new_page(narrow=narrow)
        sign_in(page, somebody)
        page.goto(address)
        assert faults(page) == [], address
        assert too_wide(page) <= 0, address


def focused(page):
    """The text of what has the focus."""
    return page.evaluate("document.activeElement.innerText").strip()


def test_the_board_answers_the_keyboard(new_page, sign_in, seen, work, team):
    page = new_page()
    sign_in(page, team)
    page.goto(BOARD)
    page.locator(".board td > a").first.focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == "! missed"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_selector("#why h2")
    assert focused(page) == "ATT asked"
    assert "attended only 20% of the days" in page.inner_text("#why")
    assert faults(page) == []
    page.keyboard.press("Escape")
    assert page.inner_text("#why") == ""
    assert focused(page) == "! missed"


def test_without_javascript_a_cell_is_a_link(browser, live_server, sign_in, seen, team):
    context = browser.new_context(
        java_script_enabled=False, base_url=live_server.url, locale="en-GB"
    )
    page = context.new_page()
    sign_in(page, team)
    page.goto(BOARD)
    page.locator(".board td > a").first.click()
    assert page.locator("h1").inner_text() == "ATT asked"
    context.close()
