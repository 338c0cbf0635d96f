"""Signing in through the real page."""

import pytest
from playwright.sync_api import expect


@pytest.mark.browser
def test_a_coordinator_signs_in_and_is_at_their_desk(page, sign_in, kenya_coordinator):
    sign_in(page, kenya_coordinator)
    expect(page).to_have_url(page.url.split("/desk")[0] + "/desk/")
