"""A host organiser takes attendance in a meeting room whose line comes and goes."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from mwalimu.people.models import Role
from mwalimu.programmes.models import Attendance, Session
from mwalimu.programmes.operations.sessions import plan_days
from mwalimu.shared.clock import now
from tests.cast import cast

pytestmark = pytest.mark.browser


@pytest.fixture
def today(cohort, kenya, system):
    """A session of yesterday and today, hosted by Kenya."""
    first = now().date() - timedelta(days=1)
    made = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        host=kenya,
        starts_on=first,
        ends_on=first + timedelta(days=1),
    )
    made.cohorts.add(cohort)
    days = [first, first + timedelta(days=1)]
    plan_days(made, days=days, by=system, at=now())
    return made


@pytest.fixture
def organiser(system, kenya):
    return cast("Kenya Host", system, kenya, Role.HOST_ORGANISER)


def row(page, name):
    return page.locator(".roll-row", has_text=name)


def states():
    rows = Attendance.objects.values_list("person__name", "presence")
    return dict(rows)


def test_taps_are_saved_and_survive_a_line_that_breaks(
    new_page, sign_in, today, organiser, wg_member, togo_wg_member
):
    page = new_page(narrow=True)
    sign_in(page, organiser)
    page.goto(f"/en/desk/sessions/{today.uuid}/attendance/")
    row(page, "Kenya Candidate").locator(".roll-tap").click()
    expect(page.locator("#roll-count")).to_contain_text("1 of 2 there")
    assert states() == {"Kenya Candidate": "present"}

    page.context.set_offline(True)
    row(page, "Togo Candidate").locator(".roll-tap").click()
    row(page, "Kenya Candidate").locator("summary").click()
    row(page, "Kenya Candidate").get_by_role("button", name="Absent").click()
    expect(page.locator("#roll-line")).to_be_visible()
    expect(page.locator("#roll-left")).to_have_text("2")
    expect(row(page, "Togo Candidate")).to_contain_text("not saved yet")
    assert states() == {"Kenya Candidate": "present"}

    page.context.set_offline(False)
    page.reload()  # the page was closed meanwhile: the taps are still there
    expect(page.locator("#roll-line")).to_be_hidden()
    expect(row(page, "Kenya Candidate")).to_have_class(re.compile("is-absent"))
    assert states() == {"Kenya Candidate": "absent", "Togo Candidate": "present"}

    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#roll-count")).to_contain_text("1 of 2 there")
    page.get_by_label("Find a name").fill("togo")
    expect(row(page, "Kenya Candidate")).to_be_hidden()


def test_a_signed_out_phone_keeps_what_was_tapped(
    new_page, sign_in, today, organiser, wg_member
):
    page = new_page(narrow=True)
    sign_in(page, organiser)
    page.goto(f"/en/desk/sessions/{today.uuid}/attendance/")
    cookies = page.context.cookies()
    page.context.clear_cookies()
    row(page, "Kenya Candidate").locator(".roll-tap").click()
    expect(page.locator("#roll-line")).to_be_visible()
    assert states() == {}
    page.context.add_cookies(cookies)
    page.get_by_role("button", name="Try now").click()
    expect(page.locator("#roll-line")).to_be_hidden()
    assert states() == {"Kenya Candidate": "present"}


def test_everything_to_tap_is_large_enough(
    new_page, sign_in, today, organiser, wg_member
):
    page = new_page(narrow=True)
    sign_in(page, organiser)
    page.goto(f"/en/desk/sessions/{today.uuid}/attendance/")
    page.locator(".roll-more summary").click()
    targets = page.locator("#roll button:visible, #roll summary, .chips a")
    small = [
        target.inner_text()
        for target in targets.all()
        if min(target.bounding_box()[side] for side in ("width", "height")) < 44
    ]
    assert targets.count() > 6
    assert small == []


def test_without_javascript_taps_are_saved_all_the_same(
    new_page, sign_in, today, organiser, wg_member
):
    page = new_page(narrow=True, java_script_enabled=False)
    sign_in(page, organiser)
    page.goto(f"/en/desk/sessions/{today.uuid}/attendance/")
    page.locator(".roll-tap").click()
    expect(page.locator("#roll-count")).to_contain_text("1 of 1 there")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#roll-count")).to_contain_text("0 of 1 there")
    assert states() == {}
