"""`make pictures`: the screenshots of the README, from a demo that is being served.

python -m tests.pictures http://127.0.0.1:8000
"""

import sys
from pathlib import Path
from shutil import which

from playwright.sync_api import Page, sync_playwright

from mwalimu.demo.signins import PASSWORD

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking".split()
DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 740}
PICTURES = (
    ("home", "", DESKTOP, "/en/"),
    ("programme", "", DESKTOP, "/en/programmes/RoO/"),
    ("figures", "team", DESKTOP, "/en/desk/figures/?by=year&by=topic"),
    (
        "rows",
        "team",
        DESKTOP,
        "/en/desk/figures/rows/?indicator=participations&host=KE&year=2021",
    ),
    ("phone", "trainer.ke", PHONE, "/en/field/trainings/new/"),
)


def sign_in(page: Page, base: str, who: str) -> None:
    """As one of the demo's people, through the real page."""
    page.goto(f"{base}/en/account/login/")
    page.fill("input[name=login]", f"{who}@example.org")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_load_state()


def main(base: str) -> None:
    """Take every picture."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=which("chromium"), args=FLAGS)
        for name, who, size, address in PICTURES:
            context = browser.new_context(viewport=size)
            page = context.new_page()
            if who:
                sign_in(page, base, who)
            page.goto(base + address)
            page.screenshot(path=FOLDER / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
