"""The README's picture: the page that the demo leaves, as Chromium shows it.

uv run python -m tests.docs.picture PAGE.html     takes `.github/page.png` anew
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import QUIET
from tests.docs.republic import PAGES

PICTURE = PAGES.parent / "page.png"
SIZE = (1440, 900)


def take(page: Path) -> None:
    """The page as it opens, in the size of a laptop's screen."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        shown = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, reduced_motion="reduce", color_scheme="light")
        shown.goto(page.resolve().as_uri())
        shown.wait_for_selector("body.ready", state="attached")
        shown.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
