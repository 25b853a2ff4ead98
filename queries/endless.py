"""What a server cannot stop once it has begun: Neo4j looks at a query's time between its rows, never within one value of a row.

So what may be computed within a value is bounded before it is asked: lists of numbers, and patterns of letters. A list that the
case itself gives (`collect`, `size`) is as long as the case; beyond that see `Engine.check_free`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from queries.tokens import Token

LONGEST = 10_000
"""Numbers that a list within one value may have."""
MOST_REPEATS = 3
"""Repeats without an end that a pattern may have: each multiplies the tries by the length of the text."""

LONG = f"range(…) outside UNWIND may run to a number up to {LONGEST}, or to size(…): write UNWIND range(…) AS n"
PATTERN = (
    f"after =~ stands a pattern in quotes, in which no bracket is repeated, and with at most {MOST_REPEATS} of * and +;"
    " CONTAINS, STARTS WITH and ENDS WITH look for text"
)
_REPEATED_BRACKET = re.compile(r"\)[*+?{]")
_REPEAT = re.compile(r"[*+]|\{\d+,\d*\}")


def endless(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Line and reason of each."""
    for position, token in enumerate(tokens):
        following = [after.text for after in tokens[position + 1 : position + 2]]
        if token.upper == "RANGE" and following == ["("] and not (position and tokens[position - 1].upper == "UNWIND"):
            if not all(map(_bounded, _arguments(tokens, position + 1))):
                yield token.line, LONG
        elif token.text == "=" and following == ["~"] and not _is_plain(tokens[position + 2 : position + 4]):
            yield token.line, PATTERN


def _bounded(argument: Sequence[Token]) -> bool:
    """Small numbers added up, or the size of a list and some more."""
    if [token.upper for token in argument[:2]] == ["SIZE", "("]:
        depth = 0
        for at, token in enumerate(argument):
            depth += (token.text == "(") - (token.text == ")")
            if at > 0 and depth == 0:
                argument = argument[at + 1 :]
                break
    return all(
        token.text in ("+", "-") or (token.kind == "number" and token.text.isdigit() and int(token.text) <= LONGEST)
        for token in argument
    )


def _arguments(tokens: Sequence[Token], opening: int) -> Iterator[Sequence[Token]]:
    depth, begin = 0, opening + 1
    for at in range(opening, len(tokens)):
        text = tokens[at].text if tokens[at].kind == "sign" else ""
        if text == "," and depth == 1:
            yield tokens[begin:at]
            begin = at + 1
        depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
        if depth == 0 and text:
            yield tokens[begin:at]
            return


def _is_plain(following: Sequence[Token]) -> bool:
    """A pattern alone, that takes no longer than its text is long, to the power of its repeats."""
    if not following or following[0].kind != "string" or [token.text for token in following[1:]] == ["+"]:
        return False
    pattern = following[0].text
    return not _REPEATED_BRACKET.search(pattern) and len(_REPEAT.findall(pattern)) <= MOST_REPEATS
