"""Pages judged by axe-core: light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from mwalimu.programmes.models import Programme, Project
from mwalimu.programmes.operations import SessionFacts, create_session
from mwalimu.programmes.operations.sessions import send_invitations
from mwalimu.shared.clock import now
from mwalimu.shared.dates import PartialDate
from tests.trainings.making import plain, submitted
from tests.web.desk.sessions.conftest import session

__all__ = ["session"]

PUBLIC = [
    "/en/",
    "/fr/",
    "/en/programmes/",
    "/en/about-the-demo/",
    "/en/account/login/",
    "/en/nowhere/",
]
SESSION = ["", "days/", "agenda/", "people/", "papers/new/", "move/", "attendance/"]
SESSION += ["attendance/grid/?day=2024-03-04"]
DESK = [
    "/en/desk/",
    "/en/desk/programmes/new/",
    "/en/desk/trainings/",
    "/en/desk/people/",
]


def faults(page):
    """What axe finds: the rule and where."""
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:120]) for each in found]


def too_wide(page):
    """How far the page reaches beyond the window."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


@pytest.fixture
def programme(kenya, system):
    """A programme with a working group a year, a Member, and one cohort."""
    project = Project.objects.create(code="JOINT")
    found = Programme.objects.create(
        code="RUN", project=project, status="running", names={"en": "Runs"}
    )
    found.memberships.create(member=kenya)
    found.cohorts.create(code="C-1").members.add(kenya)
    for year in ("2021", "2022", "2023"):
        facts = SessionFacts(
            kind="working_group",
            programme=found,
            starts=PartialDate.parse(year),
            host=kenya,
            cohorts=tuple(found.cohorts.all()),
        )
        create_session(facts=facts, by=system, at=now())


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("narrow", [True, False])
def test_public_pages(new_page, narrow, scheme, programme):
    page = new_page(narrow=narrow, scheme=scheme)
    for address in [*PUBLIC, "/en/programmes/RUN/", "/fr/programmes/RUN/figures/"]:
        page.goto(address)
        assert faults(page) == [], address
        expect(page.locator(".htmx-request")).to_have_count(0)
        assert faults(page) == [], address
        assert too_wide(page) <= 0, address


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("narrow", [True, False])
def test_pages_of_the_desk(
    new_page,
    sign_in,
    narrow,
    scheme,
    kenya,
    topics,
    team,
    kenya_trainer,
    kenya_registrar,
):
    facts = plain(kenya, topics["HS"], kenya_trainer.person)
    submitted(facts, kenya_registrar.actor)
    page = new_page(narrow=narrow, scheme=scheme)
    sign_in(page, team)
    for address in DESK:
        page.goto(address)
        assert faults(page) == [], address
        assert too_wide(page) <= 0, address


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("narrow", [True, False])
def test_pages_of_a_session(
    new_page, sign_in, narrow, scheme, session, team, wg_member
):
    send_invitations(session, by=team.actor, at=now())
    page = new_page(narrow=narrow, scheme=scheme)
    sign_in(page, team)
    page.goto("/en/desk/sessions/")
    assert faults(page) == []
    here = f"/en/desk/sessions/{session.uuid}/"
    for address in SESSION:
        page.goto(f"{here}{address}")
        assert faults(page) == [], address
        assert too_wide(page) <= 0, address
    other = new_page(narrow=narrow, scheme=scheme)
    sign_in(other, wg_member)
    other.goto(f"/en/field/sessions/{session.uuid}/")
    assert faults(other) == []
    assert too_wide(other) <= 0


@pytest.mark.browser
def test_the_theme_is_changed_by_a_button_and_kept(page):
    page.goto("/en/")
    page.get_by_role("button", name="colour theme").click()
    page.goto("/fr/")
    assert page.locator("html").get_attribute("data-theme") == "dark"


@pytest.mark.browser
def test_the_keyboard_skips_to_the_content(page):
    page.goto("/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.browser
def test_the_public_page_reads_without_javascript(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/en/")
    assert page.get_by_role("heading", level=1).inner_text() != ""
    assert page.get_by_role("button", name="colour theme").count() == 0
