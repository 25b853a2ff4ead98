"""A time that is asked about, `$from` or `$on_to`, as it stands in a text: it is compared, or first made a value.

ArcadeDB takes a time that is given for another kind of thing than one that is stored or made by the text. It compares the two
rightly, but `max` and `min` keep the first that comes, and equal times are two in DISTINCT, in a group and in a UNION. What a
time becomes once it has another name nobody can see here: so it gets none before `localdatetime($from)` has made it a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries import clock
from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from queries.tokens import Token

_COMPARED = frozenset("<>=")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def faults(tokens: Sequence[Token], timed: Collection[str]) -> Iterator[Fault]:
    """Each place where one of the parameters `timed` is taken as a value as it is."""
    for position, token in enumerate(tokens):
        if token.kind == "parameter" and token.text[1:] in timed and not _is_sound(tokens, position):
            yield Fault(
                token.line,
                f"{token.text} as it is may only be compared: write localdatetime({token.text}),"
                " or ArcadeDB takes it for no equal of a stored time in max, min and DISTINCT",
            )


def _is_sound(tokens: Sequence[Token], position: int) -> bool:
    before, after = _text(tokens, position - 1), _text(tokens, position + 1)
    if after in _COMPARED or after.upper() == "IS" or after == ".":
        return True
    if before in _COMPARED:
        return not _begins_reduce(tokens, position - 1)
    return _is_argument(tokens, position)


def _begins_reduce(tokens: Sequence[Token], sign: int) -> bool:
    """`reduce(last = $from, …`: no comparison, but what `last` is at first."""
    return _text(tokens, sign) == "=" and _text(tokens, sign - 2) == "(" and _text(tokens, sign - 3).upper() == "REDUCE"


def _is_argument(tokens: Sequence[Token], position: int) -> bool:
    """Of `localdatetime`, `duration.inDays` and the like, which make another value of it."""
    if _text(tokens, position - 1) not in ("(", ",") or _text(tokens, position + 1) not in (")", ","):
        return False
    depth = 0
    for opening in range(position - 1, 0, -1):
        text = _text(tokens, opening)
        depth += (text in _CLOSING) - (text in _OPENING)
        if depth < 0:
            made = _text(tokens, opening - 1).upper() in clock.MAKERS or _text(tokens, opening - 2) == "."
            return text == "(" and made
    return False


def _text(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].text if 0 <= position < len(tokens) and tokens[position].kind != "string" else ""
