"""Which types and properties a question reads, from its text: what its numbers and times are worked out from.

Where the text leaves it open (a link of no type, a thing of no label, a property by another name than its own), it may read
everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from graph import schema
from graph.answer import Reads
from queries.tokens import Token, read
from queries.vocabulary import FUNCTIONS

KINDS: tuple[schema.NodeKind | schema.LinkKind, ...] = (*schema.NODES, *schema.LINKS)
EVERYTHING = Reads(
    frozenset({*schema.NODE, *schema.LINK}), frozenset(declared.name for kind in KINDS for declared in kind.properties)
)


@cache
def reads(cypher: str) -> Reads:
    """What this text names, and what stands at the ends of the links that it names; everything, where it leaves it open.

    A text is read once in a process: reading it takes as long as a small question.
    """
    tokens, faults = read(cypher)
    if faults or _open(tokens):
        return EVERYTHING
    types = {word for what, word in named(tokens) if what == "type"}
    ends = {end for type_ in types & schema.LINK.keys() for end in (*schema.LINK[type_].begins, *schema.LINK[type_].ends)}
    quoted = {token.text[1:-1] for token in tokens if token.kind == "string"}
    properties = {word for what, word in named(tokens) if what == "property"} | quoted
    return Reads(frozenset(types | ends), frozenset(properties) & EVERYTHING.properties)


def named(tokens: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    """Labels and link types, and properties, as far as punctuation tells them apart."""
    label = False
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        label = before.text == ":" or (label and (before.text == "|" or token.text == "|"))
        if token.kind == "word" and label and token.text[0].isupper() and token.upper != "CASE":
            yield "type", token.text
        key = before.text in ("{", ",") and after.text == ":"
        if token.kind == "word" and (key or (before.text == "." and after.text != "(")):
            yield "property", token.text


def _open(tokens: tuple[Token, ...]) -> bool:
    """Whether it reads links or things without their types, or properties without their names."""
    pairs = [*pairwise(tokens)]
    known = {one.text for one, other in pairs if other.text == ":" or other.upper == "IN"}
    known |= {other.text for one, other in pairs if one.upper == "AS"}
    end = Token("sign", "", 0)
    for before, one, two, three, four in zip((end, *tokens), tokens, *(tokens[n:] + (end,) * n for n in (1, 2, 3)), strict=False):
        if (one.text, two.text) in (("-", "-"), (".", "*")) or one.upper == "KEYS":
            return True
        if (one.text, two.text) == ("-", "[") and ":" not in (three.text, four.text) and three.text not in known:
            return True
        if (one.text, three.text) == ("(", ")") and before.upper not in FUNCTIONS and two.kind == "word":
            linked = before.text in ("-", ">") or four.text in ("-", "<")
            if not linked and two.text not in known:
                return True
        if one.text == "[" and two.kind == "parameter" and (before.kind == "word" or before.text in (")", "]")):
            return True
    return False
