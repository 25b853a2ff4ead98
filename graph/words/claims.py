"""A claim as a reader says it: what it speaks of, and what it says of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph import schema
from graph.said.claim import EXISTS, SPAN
from graph.said.span import Span
from graph.words.links import link_type
from graph.words.spans import briefly
from graph.words.values import anywhere, plain, thing
from graph.words.values import value as plain_value

if TYPE_CHECKING:
    from graph.said.claim import ClaimValue

WHAT, WHEN = "what", "when"
BASIS = {"saw": "saw it", "heard_from": "heard it from others", "not_stated": "not stated"}


def about(prop: str) -> str:
    """The property of a claim: that something is there at all is "what" it is, its span is "when"."""
    return {EXISTS: WHAT, SPAN: WHEN}.get(prop) or anywhere(prop)


def value(prop: str, held: ClaimValue) -> str:
    """The value of a claim: of a span its dates, of what is there its kind or what the link says."""
    if isinstance(held, Mapping):
        return briefly(Span.of_text(dict(held)).as_properties())
    if prop == EXISTS and isinstance(held, str):
        return link_type(held) if held in schema.LINK else thing(held)
    return plain_value(held)


def original(text: str) -> str:
    """The cells a claim was read from, as they stand; of several cells each after its header."""
    try:
        cells = json.loads(text) if text.startswith("{") else None
    except ValueError:
        cells = None
    return "; ".join(f"{header} “{cell}”" for header, cell in cells.items()) if isinstance(cells, dict) else text


def basis(held: str) -> str:
    """On what a claim is based: "saw it", "document"."""
    return BASIS.get(held, plain(held))
