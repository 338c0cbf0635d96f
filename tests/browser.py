"""A real browser for the journeys: Chromium where the machine has one.

`page` is a page of 1280 x 800 px; `sign_in(page, somebody)` goes through the real
sign-in page. Mark a test that asks for them `@pytest.mark.browser`.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.cast import PASSWORD, Somebody

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SKIPPED = "Chromium was not found: skipped. Install it: apt-get install chromium"
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 360, "height": 740}


def chromium() -> str | None:
    """Where Chromium is on this machine."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys of a run."""
    path = chromium()
    if path is None:
        pytest.skip(SKIPPED)
    # Playwright keeps an event loop in this thread; the tests' own queries are few.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def new_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a fresh context; `narrow` is 360 px, `scheme` dark."""
    contexts = []

    def open_page(
        *, narrow: bool = False, scheme: str = "light", **options: Any
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=NARROW if narrow else WIDE,
            color_scheme=scheme,
            **options,
        )
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page of 1280 x 800 px."""
    return new_page()


@pytest.fixture
def sign_in() -> Callable[[Page, Somebody], None]:
    """Signs somebody of the cast in, as they would do it."""

    def through_the_page(page: Page, somebody: Somebody) -> None:
        page.goto("/account/login/")
        page.fill("input[name=login]", somebody.account.email)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        expect(page).not_to_have_url(re.compile("/account/login/"))

    return through_the_page
