"""What a source says: claims, and the mentions that bundle the claims of one row about one thing or one link."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph import ids
from graph.compact import compact, quoted

Polarity: TypeAlias = Literal["asserts", "denies"]
ClaimValue: TypeAlias = str | int | float | bool | Mapping[str, object]
"""A property's value; of the property `span`, the text form of a `Span`."""

SPAN = "span"
"""The property under which a claim says when something held: a span is one value."""
EXISTS = "exists"
"""The property under which a claim says that the thing or link is: its value is the label or link type."""
PROTECTED = "protected"
"""The property under which a load says that a person is protected whose row lost the link that would have said so."""
FILE = "file"
"""The key space of one file by itself, as a mapping or a special source calls it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One row's word about one thing, or about one link between two things.

    `what` is a label or link type; `part`, the part of the mapping that read it; `begin` and `end`, for a link, the
    mentions at its ends; `space` and `key`, where the mapping declares one, the key under which its compiler knows it.
    """

    id: str
    what: str
    part: str
    locator: str
    begin: str | None = None
    end: str | None = None
    space: str | None = None
    key: str | None = None

    @property
    def is_link(self) -> bool:
        """Whether it speaks of a link."""
        return self.begin is not None

    def as_text(self) -> str:
        """One JSON line; `of_text` is its inverse."""
        ends = f"{compact(self.begin)},{compact(self.end)}"
        said = f"{quoted(self.id)},{quoted(self.what)},{quoted(self.part)},{quoted(self.locator)}"
        return f"[{said},{ends},{compact(self.space)},{compact(self.key)}]"

    @classmethod
    def of_text(cls, text: str) -> Mention:
        """The mention that `as_text` wrote."""
        return cls(*json.loads(text))


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion or denial of one source, at one place in one file.

    `about`: a mention. `original`: the cell as it stands, or a JSON object of header and cell where several cells were
    read together. `cites`: the mention of the source relied on; seven citations are seven claims. `graded`: the compiler's
    own grade, verbatim. `issue`: why the value should not be trusted as it stands, or None. `note`: what stands at its cells
    beside their text: a comment, a link, that they are struck through.
    """

    about: str
    property: str
    value: ClaimValue
    original: str
    locator: str
    cites: str
    polarity: Polarity = "asserts"
    basis: str = "not_stated"
    graded: str | None = None
    quote: str | None = None
    language: str | None = None
    issue: str | None = None
    note: str | None = None

    def as_text(self) -> str:
        """One JSON line; `of_text` is its inverse."""
        value = compact(self.value) if type(self.value) in _PLAIN else _in_order(self.value)
        about, cites, original = quoted(self.about), quoted(self.cites), quoted(self.original)
        said = f'{{"about":{about},"property":{quoted(self.property)},"value":{value},"original":{original},"locator":'
        said += f'{quoted(self.locator)},"cites":{cites},"polarity":{quoted(self.polarity)},"basis":{quoted(self.basis)}'
        more = (self.graded, self.quote, self.language, self.issue, self.note)
        if more != _NOTHING_MORE:
            said += "".join([f',"{name}":{quoted(text)}' for name, text in zip(_SELDOM, more, strict=True) if text is not None])
        return said + "}"

    @classmethod
    def of_text(cls, text: str) -> Claim:
        """The claim that `as_text` wrote."""
        return cls(**json.loads(text))


_SELDOM = ("graded", "quote", "language", "issue", "note")
_NOTHING_MORE = (None,) * len(_SELDOM)
_PLAIN = frozenset({str, int, float, bool})
_in_order = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def row_of(locator: str) -> int:
    """The row a locator names, as a spreadsheet counts; 0 where it names none."""
    return int("".join(letter for letter in locator.split(",", 1)[0] if letter.isdigit()) or 0)


def claim_id(claim: Claim) -> str:
    """Stable across versions of the file: neither its hash nor the row's place is part of it."""
    about, original, cites = quoted(claim.about), quoted(claim.original), quoted(claim.cites)
    said = f"[{about},{quoted(claim.property)},{compact(claim.value)},{original},{cites}"
    return ids.of_text("c", f"{said},{quoted(claim.polarity)},{quoted(claim.basis)}]")


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim with its id and the file it lies in, as the journal holds it."""

    id: str
    file: str
    claim: Claim
