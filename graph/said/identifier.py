"""A number by which somebody keeps a person apart, as a property keeps it: `passport: MP1234567`.

It belongs to a space, such as the passports of one state or the service numbers of one force: within it two persons never
bear the same. It is evidence for who is who, and joins nobody by itself (`loaders/resolve/persons/particulars.py`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

_BETWEEN: Final = ": "
_LEAST: Final = 3
"""A shorter number is borne by too many, in whatever space."""


class Identifier(NamedTuple):
    """`value`: its letters and figures alone, so that `mp 123-45-67` is `MP1234567`."""

    space: str
    value: str


def text_of(space: str, value: str) -> str:
    """The text. ValueError where the space has a sign in it that stands between the two."""
    if _BETWEEN.strip() in space:
        raise ValueError("a space has no colon in its name")
    return f"{space}{_BETWEEN}{value}"


def number_of(text: str) -> str:
    """The number of such a text, as its source writes it."""
    return text.partition(_BETWEEN)[2]


def identifier_of(text: str) -> Identifier | None:
    """What such a text compares as; None where it tells nobody apart: too short, or one sign again and again."""
    space, between, written = text.partition(_BETWEEN)
    value = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", written)).upper()
    if not between or len(value) < _LEAST or len(set(value)) < 2:
        return None
    return Identifier(space.strip().casefold(), value)
