"""A training from the registrar's form to what counts, in a real browser."""

import os
import re

import pytest
from playwright.sync_api import expect

from mwalimu.trainings.models import Training

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("MWALIMU_PICTURES")


def picture(page, name):
    """A picture of the page, where somebody wants to look (MWALIMU_PICTURES=folder)."""
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def record(page):
    """What a registrar does after a training of three days."""
    page.get_by_role("link", name="Trainings").first.click()
    page.get_by_role("link", name="Record a training").first.click()
    page.get_by_label("Title").fill("Classification of machinery")
    page.get_by_label("First day").fill("2023-11-06")
    page.get_by_label("Last day").fill("2023-11-08")
    page.get_by_label("Mode").select_option("in_person")
    page.get_by_label("HS classification").check()
    page.get_by_label("Name").first.fill("Kenya Trainer")
    page.get_by_label("Customs, women").first.fill("12")
    page.get_by_label("Customs, men").first.fill("8")


def figure(page):
    """What the figure of Kenya's participations in 2023 says."""
    page.goto("/en/desk/figures/?indicator=participations&host=KE&year=2023")
    picture(page, "figure-360")
    return page.locator(".figure .value").inner_text()


def test_a_training_is_recorded_submitted_and_verified(
    new_page, sign_in, kenya_registrar, kenya_coordinator, kenya_trainer
):
    page = new_page()
    sign_in(page, kenya_registrar)
    record(page)
    picture(page, "form-1280")
    page.get_by_role("button", name="Save and submit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Classification of machinery"
    )
    expect(page.get_by_text("20 people took part")).to_be_visible()

    other = new_page(narrow=True)
    sign_in(other, kenya_coordinator)
    before = figure(other)
    other.get_by_role("link", name="Trainings").first.click()
    picture(other, "list-360")
    other.get_by_role("link", name="Classification of machinery").click()
    picture(other, "page-360")
    other.get_by_role("button", name="Verify").click()
    expect(other.get_by_text("Figures count it from now on")).to_be_visible()
    assert Training.objects.counted().get().people == 20

    assert (before, figure(other)) == ("none on record", "20")
    other.locator(".figure .value a").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("20")
    picture(other, "rows-360")
    other.get_by_role("link", name="Classification of machinery").click()
    expect(other.get_by_text("20 people took part")).to_be_visible()


def test_what_is_wrong_is_said_and_the_rest_stays(
    page, sign_in, kenya_registrar, kenya_trainer
):
    sign_in(page, kenya_registrar)
    record(page)
    page.get_by_label("Last day").fill("2023-11-01")
    page.get_by_role("button", name="Save draft").last.click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The training ends before it starts")
    expect(alert).to_be_focused()
    expect(page.get_by_label("Customs, women").first).to_have_value("12")
    expect(page.get_by_label("Last day")).to_have_attribute("aria-invalid", "true")
    picture(page, "error-1280")


def test_a_list_narrows_while_one_types(page, sign_in, kenya_coordinator, counted):
    sign_in(page, kenya_coordinator)
    page.get_by_role("link", name="Trainings").first.click()
    page.get_by_role("searchbox", name="Search").fill("xqzwv")
    expect(page.get_by_text("Nothing matches")).to_be_visible()
    expect(page).to_have_url(re.compile("q=xqzwv"))
    page.get_by_role("searchbox", name="Search").fill("machnery")
    expect(page.get_by_role("link", name=counted.title)).to_be_visible()
    expect(page.get_by_text("Shown is what has: machinery")).to_be_visible()
