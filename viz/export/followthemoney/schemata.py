"""What of the model has a word in FollowTheMoney: the schema of each label and link, and which of its properties is which."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from graph import schema
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from graph.said.claim import ClaimValue
    from graph.said.span import Span

OTHERWISE: Final = "description"
"""The property for what FollowTheMoney has no word for."""
DENIAL: Final = "Note"
"""What a denial becomes: an entity that says of nobody that it was so."""
NAMED: Final = {"name": "name", "aliases": "alias"}
THINGS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "Person": ("Person", {**NAMED, "born": "birthDate", "sex": "gender", "description": "description"}),
    "Unit": ("Organization", {**NAMED, "classification": "classification"}),
    "Station": ("RealEstate", {**NAMED, "latitude": "latitude", "longitude": "longitude", "kind": "propertyType"}),
    "Area": ("Territory", {**NAMED, "kind": "level"}),
    "Event": ("Event", {"name": "name", "place": "location"}),
    "Finding": ("Note", {"name": "name", "conclusion": "description"}),
    "Proceeding": ("CourtCase", {"name": "name", "kind": "type", "forum": "court", "outcome": "status"}),
    "Act": ("Event", {"name": "name", "content": "description"}),
    "Casefile": ("Folder", {"name": "title"}),
    "Source": ("Document", {"name": "title", "url": "sourceUrl", "publisher": "publisher"}),
}
LENGTHS: Final = {"name": 384, "alias": 384, "description": 65_000}
LENGTH: Final = 1_000
"""Of any other text."""
LONGEST: Final = 60_000
"""Of a text that stands for what FollowTheMoney cannot hold; the whole stands beside it."""
FITS: Final = {
    "birthDate": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "gender": re.compile("male|female|other"),
    "sourceUrl": re.compile(r"https?://[\w.-]+\.[a-z]{2,}(/[!-~]*)?"),
}


class Edge(NamedTuple):
    """How a link stands there: its schema, the properties of its ends, and the one of what it says."""

    schema: str
    begin: str
    end: str
    says: str = "role"


def edge(type_: str) -> Edge:
    """Of a link type. A posting alone means the same there."""
    return Edge("Membership", "member", "organization") if type_ == "POSTED_TO" else Edge("UnknownLink", "subject", "object")


def of(what: str) -> str:
    """The schema of a label or link type."""
    return THINGS[what][0] if what in THINGS else edge(what).schema


def has_dates(what: str) -> bool:
    """Whether its schema says when."""
    return what in schema.LINK or of(what) == "Event"


def worded(what: str, name: str, value: ClaimValue) -> tuple[str, str]:
    """The property and the text of a value: its own property, or in words where there is none or the value does not fit it."""
    text = _printable(str(value))
    theirs = THINGS[what][1].get(name) if what in THINGS else {"post": "role"}.get(name)
    if theirs and text and len(text) <= LENGTHS.get(theirs, LENGTH):
        fits = FITS.get(theirs)
        if fits is None or fits.fullmatch(text):
            return theirs, text
    return OTHERWISE, f"{name}: {text if len(text) <= LONGEST else f'{text[:LONGEST]} …'}".strip()


def _printable(text: str) -> str:
    """In one line, without marks that nobody sees: tools of FollowTheMoney take them out. The claim beside it holds them."""
    return "".join(sign for sign in " ".join(text.split()) if unicodedata.category(sign)[0] != "C").strip()


def dates(span: Span) -> dict[str, str]:
    """When it began and ended, as far as sources say it to the day, month or year. A limit or a citation is neither."""
    if span.core is None or span.bridged:
        return {}
    begin = _common(span.possible.begin, span.core.begin)
    last = timedelta(microseconds=1)
    end = None if UNKNOWN_TO in (span.possible.end, span.core.end) else _common(span.core.end - last, span.possible.end - last)
    return {name: text for name, text in (("startDate", begin), ("endDate", end)) if text}


def _common(one: datetime, other: datetime) -> str | None:
    """The day, month or year in which both lie."""
    if UNKNOWN_FROM in (one, other):
        return None
    forms = (f for f in ("%Y-%m-%d", "%Y-%m", "%Y") if one.strftime(f) == other.strftime(f))
    found = next(forms, None)
    return found and one.strftime(found)
