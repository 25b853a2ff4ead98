"""Cells that a spreadsheet shows and does not compute, and that can be read back exactly.

A program may part a line at any of several signs, whatever it was parted by when it was written. So a `'` stands before every
sign that begins a formula wherever a cell may begin: at the start, and after a tab, a comma, a semicolon, a bar or a new line,
with blanks and quotation marks between. Where some `'` stand there already, one more does; `exact` takes one away.
"""

from __future__ import annotations

import re

FORMULA = "=+@\uff1d\uff0b\uff0d\uff20-"
"""What makes a spreadsheet compute a cell; the four in the middle are the full-width ones."""
_BEGINS = re.compile(rf"(?:^|(?<=[\t\n\v\f\r\x85\u2028\u2029,;|]))[ \xa0\"]*(?P<held>'*)(?=[{FORMULA}])")


def inert(text: str) -> str:
    """The text as a cell that is shown and never computed."""
    return _BEGINS.sub(lambda begin: f"{begin[0]}'", text)


def exact(cell: str) -> str:
    """The text of which `inert` made this cell."""
    return _BEGINS.sub(lambda begin: begin[0].removesuffix("'"), cell)
