"""The project team prepares a session by keyboard; a WG member adds a passport name."""

import pytest
from playwright.sync_api import expect

from mwalimu.programmes.models import Arrangement, Session
from mwalimu.programmes.operations.sessions import add_expert
from tests.cast import AT

pytestmark = pytest.mark.browser


@pytest.fixture
def coming(cohort, kenya, wg_member, togo_wg_member):
    """A session far ahead, with Kenya's and Togo's WG members."""
    made = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        title={"en": "WG1"},
        host=kenya,
        city="Nairobi",
        mode="in_person",
        starts_on="2090-03-06",
        ends_on="2090-03-10",
    )
    made.cohorts.add(cohort)
    return made


def states(step):
    rows = Arrangement.objects.filter(step=step).order_by("person__name")
    return list(rows.values_list("person__name", "state"))


def test_a_session_is_prepared_by_keyboard_and_in_bulk(
    new_page, sign_in, coming, team, wg_member, togo_wg_member
):
    page = new_page()
    sign_in(page, team)
    page.goto(f"/en/desk/sessions/{coming.uuid}/logistics/")
    row = page.locator(f"#p-{wg_member.person.uuid}")
    visa = row.locator('a[href$="visa/"]')
    visa.focus()
    page.keyboard.press("d")
    expect(visa).to_contain_text("done")
    expect(visa).to_be_focused()
    expect(page.locator("#n-visa")).to_contain_text("1 waits")
    assert states("visa") == [("Kenya Candidate", "done")]

    page.keyboard.press("ArrowRight")
    page.locator("[data-all]").check()
    row.locator('a[href$="ticket/"]').focus()
    page.keyboard.press("a")
    expect(page.locator("#said")).to_contain_text("2 steps are set.")
    assert states("ticket") == [
        ("Kenya Candidate", "asked"),
        ("Togo Candidate", "asked"),
    ]

    row.locator('a[href$="hotel/"]').click()
    panel = page.locator("#why")
    panel.get_by_label("done").check()
    panel.get_by_label("First night").fill("2090-03-05")
    panel.get_by_label("Leaves on").fill("2090-03-11")
    panel.get_by_label("Hotel").fill("Hotel at the lake")
    panel.get_by_role("button", name="Save").click()
    expect(row).to_contain_text("Hotel at the lake")

    page.get_by_label("Show").select_option("open")
    page.get_by_label("Step").first.select_option("visa")
    expect(page.locator("#logistics tbody tr")).to_have_count(1)
    page.context.set_offline(True)
    page.locator('a[href$="visa/"]').focus()
    page.keyboard.press("d")
    expect(page.locator("#said")).to_contain_text("could not be saved")
    page.context.set_offline(False)

    page.goto(f"/en/desk/sessions/{coming.uuid}/logistics/missing/")
    expect(page.locator("#t-TG")).to_have_value(
        "For WG1, Nairobi, 6 March 2090 we still need:\n\n"
        "- Togo Candidate: passport name (by 25 January 2090), visa (by 13 February"
        " 2090), arrival (by 3 March 2090)"
    )


def test_without_javascript_a_step_and_many_are_set_all_the_same(
    new_page, sign_in, coming, team, wg_member, togo_wg_member
):
    add_expert(coming, name="Ms X", by=team.actor, at=AT)
    page = new_page(narrow=True, java_script_enabled=False)
    sign_in(page, team)
    page.goto(f"/en/desk/sessions/{coming.uuid}/logistics/")
    page.get_by_label("Kenya Candidate").check()
    page.get_by_label("Ms X").check()
    page.locator("select[name=step]").last.select_option("insurance")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("2 steps are set.")
    page.locator(f"#p-{wg_member.person.uuid} a[href$='arrival/']").click()
    page.get_by_label("Flight, or how they arrive").fill("By bus from Arusha")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(f"#p-{wg_member.person.uuid}")).to_contain_text(
        "By bus from Arusha"
    )


def test_a_wg_member_writes_the_name_of_the_passport_on_a_phone(
    new_page, sign_in, coming, wg_member
):
    page = new_page(narrow=True)
    sign_in(page, wg_member)
    page.goto(f"/en/field/sessions/{coming.uuid}/")
    page.get_by_label("My name as in my passport").fill("CANDIDATE KENYA")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".messages")).to_contain_text("Your name is noted.")
    assert states("passport") == [("Kenya Candidate", "done")]
