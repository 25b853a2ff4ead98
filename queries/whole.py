"""An answer is whole and in order: no clause cuts rows in silence, and the same graph gives the rows in the same order.

A limit that is a parameter is seen by whoever asks, and one in a subquery chooses (the last posting of each).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from queries.tokens import Fault, Token, read

CUTS = frozenset({"LIMIT", "SKIP"})
_ENDS = frozenset({"LIMIT", "SKIP", "MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "UNION", "CALL", "WHERE"})
"""Where the number after a LIMIT is over."""


def faults(text: str, *, ordered: bool) -> tuple[Fault, ...]:
    """What cuts the rows, and whether nothing orders them. `ordered`: the head puts them in order."""
    tokens, unreadable = read(text)
    if unreadable:
        return ()
    outside = [*_outside(tokens)]
    return (*_cuts(tokens, outside), *(() if ordered else _unordered(tokens)))


def _outside(tokens: Sequence[Token]) -> Iterator[int]:
    """The places of the words that stand in no bracket, and are clauses, not properties or names."""
    depth = 0
    before = ""
    for position, token in enumerate(tokens):
        if token.kind == "sign":
            depth += (token.text in "([{") - (token.text in ")]}")
        elif depth == 0 and token.kind == "word" and before not in (".", "AS", "BY", ","):
            yield position
        before = token.upper


def _cuts(tokens: Sequence[Token], outside: Sequence[int]) -> Iterator[Fault]:
    for place, position in enumerate(outside):
        if tokens[position].upper not in CUTS:
            continue
        end = next((later for later in outside[place + 1 :] if tokens[later].upper in _ENDS), len(tokens))
        if not any(token.kind == "parameter" for token in tokens[position:end]):
            word = tokens[position].upper
            yield Fault(
                tokens[position].line,
                f"{word} cuts rows and nobody is told: leave it out, or limit by a parameter; --limit counts",
            )


def _unordered(tokens: Sequence[Token]) -> Iterator[Fault]:
    """No ORDER BY at all; before the last RETURN it may stand too, where sorting the pairs made there would hold too much."""
    if not any(first.upper == "ORDER" and second.upper == "BY" for first, second in pairwise(tokens)):
        returns = [token for token in tokens if token.upper == "RETURN"]
        line = returns[-1].line if returns else 1
        yield Fault(line, "the rows have no order: end with ORDER BY, down to the ids, or give order in [grade]")
