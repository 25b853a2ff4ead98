"""What a cell looks like, without what it says: figures as 9, letters as a."""

from __future__ import annotations

import unicodedata
from typing import Final

MOST: Final = 32


def shape(text: str) -> str:
    """ "13 Augst 2020" is "99 aaaaa 9999". Marks and single blanks stand as they are; long ones are cut."""
    signs = "".join(_sign(sign) for sign in " ".join(text.split())[: 4 * MOST])
    return signs if len(signs) <= MOST else signs[:MOST] + "…"


def _sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind[0] == "N":
        return "9"
    if kind[0] == "L":
        return "a"
    return "" if kind[0] in "MC" else sign
