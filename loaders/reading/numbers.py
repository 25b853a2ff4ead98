"""Numbers as people write them: with a decimal comma, with their thousands parted, in the figures of any script."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

NUMBER: Final = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?([eE][-+]?[0-9]+)?")
"""Python would also take `1_000`, `infinity` and `nan`."""
_THOUSANDS: Final = re.compile(
    r"([-+]?[0-9]{1,3}(?:(?P<mark>[., ])[0-9]{3})(?:(?P=mark)[0-9]{3})*)(?:(?!(?P=mark))[.,]([0-9]+))?"
)
_EITHER: Final = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}")
_SPELT: Final = str.maketrans({"−": "-", "–": "-", "٫": ".", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "'": " ", "’": " "})
NO_NUMBER, EITHER = "not a number", "a number that can be read in several ways: is the comma a decimal one?"


class NumberError(ValueError):
    """The text is no number, or could be two. It never holds the text."""


def plain_number(text: str) -> str:
    """The number in the one spelling that programs write. NumberError where there is none, or where there are two.

    A point is a decimal point. A comma before three figures may part the thousands: 1,500 is refused, 0,500 and 1,50 are not.
    """
    text = "".join(_figure(sign) for sign in text.translate(_SPELT)).strip()
    if _EITHER.fullmatch(text):
        raise NumberError(EITHER)
    if NUMBER.fullmatch(text):
        return text.replace(",", ".")
    match = _THOUSANDS.fullmatch(text)
    if not match:
        raise NumberError(NO_NUMBER)
    if not match[3] and match["mark"] != " " and match[1].count(match["mark"]) == 1:
        raise NumberError(EITHER)
    return re.sub(r"[., ]", "", match[1]) + (f".{match[3]}" if match[3] else "")


def _figure(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)
