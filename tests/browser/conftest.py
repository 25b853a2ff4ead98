"""A real Chromium for tests: started with an empty profile, asked nothing of the network, ended with the tests.

chromium   the browser, once
visit      opens a file in a page that notes every request, console message, dialog and broken policy
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WATCH = """
window.ran = [];
window.broken = [];
window.note = (event) => window.broken.push(event.violatedDirective + " " + event.blockedURI);
document.addEventListener("securitypolicyviolation", window.note);
"""
"""Runs before anything of the page: payloads report to `ran`, the browser's own complaints land in `broken`."""


@dataclass
class Visit:
    """A page that was opened, and what it did."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        """Notes a dialog and lets it go, so that the page goes on."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def ran(self) -> list[int]:
        """The numbers of the payloads that ran."""
        return sorted(set(self.page.evaluate("window.ran")))

    @property
    def broken(self) -> list[str]:
        """What the page's policy stopped."""
        found: list[str] = self.page.evaluate("window.broken")
        return found

    def clean(self) -> bool:
        """No console message, no dialog, no policy broken, nothing asked for but the file."""
        return (self.messages, self.dialogs, self.broken, len(self.requests)) == ([], [], [], 1)


Visiting: TypeAlias = Callable[..., Visit]


@pytest.fixture(scope="session")
def chromium(takes_long: None) -> Iterator[Browser]:
    """The browser that is installed; none is fetched."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("in CI this is no reason to skip: no chromium on the path")
        pytest.skip("no chromium on the path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visiting]:
    """Opens a file; whatever it asks of a network is noted and refused."""
    contexts = []

    def open_file(path: Path, *, width: int = 1440, height: int = 900, ready: str = "body.ready", **context: Any) -> Visit:
        contexts.append(chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **context))
        page = contexts[-1].new_page()
        visit = Visit(page)
        page.add_init_script(WATCH)
        page.on("request", lambda request: visit.requests.append(request.url))
        page.on("console", lambda message: visit.messages.append(message.text))
        page.on("pageerror", lambda error: visit.messages.append(str(error)))
        page.on("dialog", visit.dismiss)
        page.route("**/*", _files_only)
        page.goto(path.as_uri())
        page.wait_for_selector(ready, state="attached")
        return visit

    yield open_file
    for context in contexts:
        context.close()


def _files_only(route: Route) -> None:
    if route.request.url.startswith(("file:", "data:", "blob:")):
        route.continue_()
    else:
        route.abort()
