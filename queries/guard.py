"""Which query texts may run: only those that do nothing but read the case's own graph.

The engines' own read-only modes are the second line (ArcadeDB refuses every write; on Neo4j READ is a routing hint), so
this is an allow-list: known clauses, known functions, bounded paths, values by parameter. It refuses rather than parses.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from queries import clock
from queries.endless import endless
from queries.tokens import Fault, Token, read
from queries.vocabulary import BEFORE_BRACKET, FIRST, FUNCTIONS, NAMESPACED, NAMESPACES, REFUSED, SUBQUERIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BOUND = 12
"""Links on a path, at most."""


def faults(text: str) -> tuple[Fault, ...]:
    """All reasons why this text may not run, by line; none where it may."""
    tokens, unreadable = read(text)
    if unreadable:
        return unreadable
    reasons = [*_words(tokens), *_calls(tokens), *_subqueries(tokens), *_paths(tokens), *_shape(tokens)]
    reasons += [Fault(line, reason) for line, reason in endless(tokens)]
    return tuple(sorted(set(reasons), key=lambda fault: (fault.line, fault.reason)))


def _words(tokens: Sequence[Token]) -> Iterator[Fault]:
    for position, token in enumerate(tokens):
        if token.upper in REFUSED and not _names_property(tokens, position):
            yield Fault(token.line, f"{token.upper} is not allowed: a saved query only reads")
        if token.upper in NAMESPACES and _text(tokens, position + 1) == ".":
            yield Fault(token.line, f"nothing of the namespace {token.text} is allowed")


def _calls(tokens: Sequence[Token]) -> Iterator[Fault]:
    for position, token in enumerate(tokens):
        if _text(tokens, position + 1) != "(":
            continue
        if token.kind == "parameter":
            yield Fault(token.line, "a parameter gives a value, not a label or a function")
        if token.kind != "word" or token.upper in BEFORE_BRACKET:
            continue
        if _text(tokens, position - 1) == ".":
            if (_text(tokens, position - 2).upper(), token.upper) not in NAMESPACED or _text(tokens, position - 3) == ".":
                yield Fault(token.line, f"the function …{token.text} is not allowed")
            elif token.upper == "TRUNCATE" and "," not in [
                inner.text for inner in tokens[position : _closing(tokens, position + 1)]
            ]:
                yield Fault(token.line, f"{token.text} of one argument would ask the clock: give the time as a parameter")
        elif token.upper not in FUNCTIONS:
            yield Fault(token.line, f"the function {token.text} is not allowed")
        elif token.upper in clock.MAKERS and (reason := clock.asked(tokens, position)):
            yield Fault(token.line, reason)


def _subqueries(tokens: Sequence[Token]) -> Iterator[Fault]:
    for position, token in enumerate(tokens):
        following = position + 1
        if token.kind != "word" or token.upper not in SUBQUERIES or _text(tokens, position - 1) == ".":
            continue
        if token.upper == "CALL":
            if _text(tokens, following) == "(":
                following = _closing(tokens, following) + 1
            if _text(tokens, following) != "{":
                yield Fault(token.line, "CALL only with a subquery in braces: no procedure is allowed")
                continue
        if _text(tokens, following) == "{":
            inner = tokens[following + 1 : _closing(tokens, following)]
            pattern = token.upper in ("EXISTS", "COUNT") and _begins_pattern(inner)
            if not pattern and (not inner or inner[0].upper not in FIRST):
                yield Fault(token.line, f"{token.upper} {{ … }} begins with MATCH, OPTIONAL MATCH, WITH, UNWIND or RETURN")


def _paths(tokens: Sequence[Token]) -> Iterator[Fault]:
    for position, token in enumerate(tokens):
        before, after = _text(tokens, position - 1), _text(tokens, position + 1)
        if token.text == "[" and before == "-":
            yield from _star(tokens, position)
        if token.text == ")" and after == "{" and not _belongs_to_call(tokens, position):
            yield from _quantifier(tokens, position + 1)
        if token.text == ")" and after in ("*", "+") and _begins_pattern(_group(tokens, position)):
            yield Fault(token.line, f"an unbounded path: write {{0,{BOUND}}} instead of {after}")
        arrow = (token.text == ">" and before == "-") or (token.text == "-" and before in ("-", "]"))
        if arrow and after in ("*", "+", "{"):
            yield Fault(token.line, "a quantified link: write ((:A)-[r:T]->(:B)){0,12}, engines read the short form differently")


def _star(tokens: Sequence[Token], opening: int) -> Iterator[Fault]:
    """`-[r:T*0..8]-`: the star must have a bound above."""
    for position in range(opening + 1, _closing(tokens, opening)):
        if tokens[position].text == "{" or tokens[position].upper == "WHERE":
            return
        if tokens[position].text == "*":
            at = position + 1
            upper = None
            while at < len(tokens) and (tokens[at].kind == "number" or tokens[at].text == ".."):
                upper = tokens[at].text
                at += 1
            yield from _bounded(tokens[position], upper)


def _quantifier(tokens: Sequence[Token], opening: int) -> Iterator[Fault]:
    closing = _closing(tokens, opening)
    yield from _bounded(tokens[opening], _text(tokens, closing - 1))


def _bounded(token: Token, upper: str | None) -> Iterator[Fault]:
    if upper is None or not upper.isdigit():
        yield Fault(token.line, f"an unbounded path: give an upper bound, at most {BOUND}")
    elif int(upper) > BOUND:
        yield Fault(token.line, f"a path of more than {BOUND} links")


def _shape(tokens: Sequence[Token]) -> Iterator[Fault]:
    if not tokens or tokens[0].upper not in FIRST:
        yield Fault(tokens[0].line if tokens else 1, "a query begins with MATCH, OPTIONAL MATCH, WITH, UNWIND or RETURN")
    for token, following in pairwise(token for token in tokens if token.upper != "ALL"):
        if token.upper == "UNION" and following.upper not in FIRST:
            yield Fault(token.line, "each part of a UNION begins with MATCH, OPTIONAL MATCH, WITH, UNWIND or RETURN")
        if token.upper == "OPTIONAL" and following.upper not in ("MATCH", "CALL"):
            yield Fault(token.line, "OPTIONAL stands before MATCH")
    depth, returns = 0, False
    for token in tokens:
        depth += (token.text in "([{") - (token.text in ")]}") if token.kind == "sign" else 0
        if depth < 0:
            yield Fault(token.line, "a bracket closes that was not opened")
            return
        returns |= depth == 0 and token.upper == "RETURN"
    if depth:
        yield Fault(tokens[-1].line, "a bracket is not closed")
    if not returns:
        yield Fault(tokens[-1].line if tokens else 1, "nothing is returned: a query ends with RETURN")


def _names_property(tokens: Sequence[Token], position: int) -> bool:
    """`n.start`. A property of anything but a name is given a name first: in `1.SET` the point belongs to the number, and after
    a bracket a writing word is nothing that a reader could tell from a clause."""
    before = tokens[position - 2] if position >= 2 and _text(tokens, position - 1) == "." else None
    return before is not None and before.kind in ("word", "parameter")


def _text(tokens: Sequence[Token], position: int) -> str:
    """The sign or word there; nothing where there is none or where it is quoted."""
    if 0 <= position < len(tokens) and tokens[position].kind != "string":
        return tokens[position].text
    return ""


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """Where the bracket opened there closes; the end of the text where it does not."""
    depth = 0
    for position in range(opening, len(tokens)):
        if tokens[position].kind == "sign":
            depth += (tokens[position].text in "([{") - (tokens[position].text in ")]}")
        if depth <= 0:
            return position
    return len(tokens)


def _opening(tokens: Sequence[Token], closing: int) -> int:
    depth = 0
    for position in range(closing, -1, -1):
        if tokens[position].kind == "sign":
            depth += (tokens[position].text in ")]}") - (tokens[position].text in "([{")
        if depth <= 0:
            return position
    return 0


def _group(tokens: Sequence[Token], closing: int) -> Sequence[Token]:
    return tokens[_opening(tokens, closing) + 1 : closing]


def _begins_pattern(tokens: Sequence[Token]) -> bool:
    """`(a)-…` or `p = (a)-…`, as inside a quantified path."""
    start = 2 if len(tokens) > 2 and tokens[1].text == "=" else 0
    return _text(tokens, start) == "(" and _text(tokens, _closing(tokens, start) + 1) in ("-", "<")


def _belongs_to_call(tokens: Sequence[Token], closing: int) -> bool:
    """`CALL (a, b) { … }` names what the subquery sees."""
    return _text(tokens, _opening(tokens, closing) - 1).upper() == "CALL"
