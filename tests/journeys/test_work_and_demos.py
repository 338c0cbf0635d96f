"""Intersessional work over a broken line, and a score on the phone, in a real browser."""

import os
import re
from datetime import date

import pytest
from playwright.sync_api import expect

from mwalimu.programmes.models import Assignment, DemoScore, Submission
from mwalimu.programmes.operations.demos import name_assessors
from mwalimu.shared.files import content_hash, opened
from tests.cast import AT
from tests.programmes.assignments.conftest import assignment  # noqa: F401
from tests.programmes.demos.conftest import session, slots  # noqa: F401

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("MWALIMU_PICTURES")
FILM = b"%PDF-1.7 " + os.urandom(1_500_000)


def picture(page, name):
    """A picture of the page, where somebody wants to look (MWALIMU_PICTURES=folder)."""
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


@pytest.fixture
def open_still(assignment):  # noqa: F811
    Assignment.objects.update(due_on=date(2100, 1, 1), late_until=None)
    return assignment


def breaks(page, first, count):
    """Let that many pieces fail after the first ones; how many were sent in all."""
    sent = []

    def piece(route):
        sent.append(route.request.url)
        if first < len(sent) <= first + count:
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.route(re.compile(r"/uploads/[0-9a-f-]+/\d+/"), piece)
    return sent


def test_a_large_file_goes_on_after_the_line_broke(
    new_page, sign_in, open_still, wg_member, tmp_path
):
    film = tmp_path / "case.pdf"
    film.write_bytes(FILM)
    page = new_page(narrow=True)
    sign_in(page, wg_member)
    sent = breaks(page, first=2, count=1)
    page.goto(f"/en/field/assignments/{open_still.uuid}/")
    page.get_by_label("Text").fill("My case study.")
    page.get_by_label("Files").set_input_files(film)
    expect(page.get_by_text("sent", exact=True)).to_be_visible(timeout=15_000)
    assert len(sent) == 7  # six pieces of 256 KiB, one of them twice
    picture(page, "hand-in-360")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("Handed in: version 1 is here.")).to_be_visible()
    with opened(Submission.objects.get().files.get().file) as stream:
        assert content_hash(stream) == content_hash(film.open("rb"))


def test_after_a_reload_only_the_rest_is_sent(
    new_page, sign_in, open_still, wg_member, tmp_path
):
    film = tmp_path / "case.pdf"
    film.write_bytes(FILM)
    page = new_page()
    sign_in(page, wg_member)
    sent = breaks(page, first=3, count=1_000)
    page.goto(f"/en/field/assignments/{open_still.uuid}/")
    page.get_by_label("Files").set_input_files(film)
    expect(page.get_by_text("The line is broken")).to_be_visible()
    page.unroute_all()
    again = breaks(page, first=1_000, count=0)
    page.reload()
    expect(page.get_by_text("half sent")).to_be_visible()
    page.get_by_label("Files").set_input_files(film)
    expect(page.get_by_text("sent", exact=True)).to_be_visible(timeout=15_000)
    assert len(sent) >= 4
    assert len(again) == 3


def test_an_assessor_scores_with_large_targets(
    new_page,
    sign_in,
    slots,  # noqa: F811
    assessor,
    second_assessor,
    team,
):
    people = [assessor.person, second_assessor.person]
    name_assessors(slots[0], people=people, by=team.actor, at=AT)
    page = new_page(narrow=True)
    sign_in(page, assessor)
    page.goto("/en/field/scoring/")
    picture(page, "scoring-list-360")
    page.get_by_role("link", name="Kenya Candidate").click()
    for name, value in (
        ("Training skill", "5"),
        ("Technical expertise", "4"),
        ("Content of the materials", "3"),
    ):
        target = page.get_by_role("group", name=name).get_by_role("radio", name=value)
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        target.check()
    picture(page, "score-360")
    page.get_by_role("button", name="Give the score").click()
    expect(page.get_by_text("Your score is stored")).to_be_visible()
    row = DemoScore.objects.get()
    assert (row.skill, row.expertise, row.content) == (5, 4, 3)
