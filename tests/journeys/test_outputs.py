"""A working group agrees its work plan, and the next one sees what is still open."""

import pytest
from playwright.sync_api import expect

from mwalimu.programmes.models import Session

pytestmark = pytest.mark.browser


@pytest.fixture
def two(cohort, kenya):
    """The first and the second working group."""
    found = []
    for number, first in ((1, "2024-03-04"), (2, "2024-09-02")):
        made = Session.objects.create(
            kind="working_group",
            programme=cohort.programme,
            title={"en": f"WG{number}"},
            host=kenya,
            starts_on=first,
            ends_on=first,
        )
        made.cohorts.add(cohort)
        found.append(made)
    return found


def test_a_task_is_agreed_followed_up_and_carried_forward(
    new_page, sign_in, two, team, wg_member
):
    first, second = (f"/en/desk/sessions/{each.uuid}/outputs/" for each in two)
    page = new_page()
    sign_in(page, team)
    page.goto(first)
    page.get_by_role("link", name="Add training needs").click()
    page.get_by_label("Training needs").fill("Rulings\nSamples")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("section", has_text="Training needs").last).to_contain_text(
        "Samples"
    )
    page.get_by_role("link", name="Add a task").click()
    page.get_by_label("Task").fill("Draft case studies")
    page.get_by_label("Person").select_option(label="Kenya: Kenya Candidate")
    page.get_by_label("Due on").fill("2024-06-03")
    page.get_by_role("button", name="Save and add another").click()
    page.get_by_label("Task").fill("Collect rulings")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("table")).to_contain_text("Collect rulings")

    phone = new_page(narrow=True)
    sign_in(phone, wg_member)
    phone.goto(f"/en/field/sessions/{two[0].uuid}/")
    phone.get_by_role("link", name="Issues, training needs and work plan").click()
    phone.get_by_role("link", name="Draft case studies").click()
    phone.get_by_label("done").check()
    phone.get_by_label("What was reached").fill("Five are drafted")
    phone.get_by_role("button", name="Save").click()
    expect(phone.locator(".timeline")).to_contain_text("Five are drafted")

    page.goto(second)
    carried = page.locator("section", has_text="Still open from earlier sessions")
    expect(carried).to_contain_text("Collect rulings")
    expect(carried).not_to_contain_text("Draft case studies")
