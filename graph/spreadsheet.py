"""Cells that a spreadsheet shows and does not compute."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet compute a cell instead of showing it; the last four are the full-width ones."""


def inert(text: str) -> str:
    """The text, after a `'` where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
