"""What the desk adds beside an answer, so that a page shows on what each thing rests: claims in full, and names.

None of it went through `release`. It is internal, and a page under any other profile drops it all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDetail:
    """One claim as its source has it. Texts that nobody gave are empty.

    `about` is the property in words, `value` what it is said to be; `file` is the SHA-256 of the held file in which it
    lies at `locator`; `source` what it cites, which may not be `held`; `origin` the independent origin of that source and
    `origin_name` what it is called; `graded` the compiler's own grade, verbatim.
    """

    property: str = ""
    about: str = ""
    value: str = ""
    original: str = ""
    quote: str = ""
    note: str = ""
    locator: str = ""
    polarity: str = "asserts"
    basis: str = ""
    graded: str = ""
    file: str = ""
    source: str = ""
    held: bool = True
    origin: str = ""
    origin_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Claims by id; names by id, of things that parameters and links name but no row shows; a title, a time of making."""

    claims: Mapping[str, ClaimDetail] = field(default_factory=dict, hash=False)
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    title: str = ""
    """What the page is called instead of the query's own title."""
    made: datetime | None = None
    """Printed only if given: without it the same answer makes the same bytes."""


NOTHING = Details()


def allowed(details: Details, profile: str) -> Details:
    """These details in an internal page, otherwise nothing but the time of making."""
    return details if profile == "internal" else Details(made=details.made)
