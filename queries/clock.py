"""What would ask a server for the time of today: the same graph must give the same answer on any day.

Engines fill in what they are not told. `date({month: 1})` is this year's January on one of them, and the text or map that names
a time zone, such as 'UTC', is the present moment there. So a time is made of what can be nothing else: a date as text, the year
and more as numbers, or a day or period that was asked about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from queries.tokens import Token

MAKERS = frozenset({"DATE", "LOCALDATETIME"})
"""Functions that make a time."""

_STATED = re.compile(r"""['"][0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)?)?)?['"]""")
_PARTS = frozenset(["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"])
_REASON = "would ask the clock: give a date such as '2014-05-01', {year: 2014} in numbers, or a day as a parameter"


def asked(tokens: Sequence[Token], position: int) -> str | None:
    """Why the function there, with what stands in its brackets, may give the present; None where it cannot."""
    inside = _inside(tokens, position + 1)
    if len(inside) == 1 and (inside[0].kind == "parameter" or _STATED.fullmatch(inside[0].text)):
        return None
    return None if _is_numbered(inside) else f"{tokens[position].text}(…) {_REASON}"


def parameters(tokens: Sequence[Token]) -> Iterator[Token]:
    """Those that a time is made of: a text given for one could be the name of a time zone."""
    for position, token in enumerate(tokens):
        if token.upper in MAKERS and (inside := _inside(tokens, position + 1)) and inside[0].kind == "parameter":
            yield inside[0]


def _inside(tokens: Sequence[Token], opening: int) -> Sequence[Token]:
    """What stands up to the first bracket that closes: enough, since no bracket opens in what is allowed."""
    if opening >= len(tokens) or tokens[opening].text != "(":
        return ()
    closing = next((at for at in range(opening, len(tokens)) if tokens[at].text == ")"), len(tokens))
    return tokens[opening + 1 : closing]


def _is_numbered(inside: Sequence[Token]) -> bool:
    """`{year: 2014, month: 1}`: the largest part first, and nothing but whole numbers."""
    texts = [token.text for token in inside]
    if texts[:1] != ["{"] or texts[-1:] != ["}"] or len(inside) < 5 or len(inside) % 4 != 1:
        return False
    parts = [tuple(inside[at : at + 3]) for at in range(1, len(inside) - 1, 4)]
    commas = {inside[at].text for at in range(4, len(inside) - 1, 4)}
    names = [name.upper for name, _, _ in parts]
    sound = all(colon.text == ":" and number.kind == "number" and number.text.isdigit() for _, colon, number in parts)
    return sound and commas <= {","} and names[0] == "YEAR" and len(set(names)) == len(names) and _PARTS.issuperset(names)
