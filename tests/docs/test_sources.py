"""The page on special sources says what happens."""

from __future__ import annotations

from tests.docs import sources
from tests.docs.blocks import renewed


def test_the_page_is_the_one_that_is_made() -> None:
    """`uv run python -m tests.docs.sources` makes it anew."""
    page = sources.PAGE.read_text("utf-8")
    assert renewed(page, sources.MAKERS) == page
