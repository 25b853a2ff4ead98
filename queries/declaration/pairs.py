"""The `[pairs]` of a header: what came first, beside what followed. Every row of one side with every row of the other that
it possibly came before; how surely, by the rule for before and after.

    [pairs]
    side    = "side"                          the column that says which side a row is of
    thing   = "thing"                         the column that holds what came first, or followed
    earlier = "notice"                        what `side` says of the one
    later   = "event"                         and of the other
    first   = ["event.thing", "notice.what"]  one row for each of these: the earliest of the surest; left out: all pairs

A column of the answer is taken from a side: `of = "event.thing"`, or from the surest combination of it: `of =
"notice.ways.chain"`; `of = "pairs.count"` is how many pairs stand behind a row of `first`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.header import Header

KEYS = frozenset({"side", "thing", "earlier", "later", "first"})


@dataclass(frozen=True, slots=True)
class Pairs:
    """See the head of this file."""

    side: str
    thing: str
    earlier: str
    later: str
    first: tuple[str, ...] = ()


def pairs_of(head: Header, columns: Mapping[str, str]) -> tuple[Pairs | None, tuple[Fault, ...]]:
    """What the header says, and the faults. `columns`: the type of each that the query returns, by name."""
    table = head.values.get("pairs")
    if table is None:
        return None, ()
    if not isinstance(table, dict):
        return None, (Fault(head.line("pairs"), "pairs is a table"),)
    faults = [
        Fault(head.line("pairs", key), f"pairs: unknown key {key!r}; allowed: {', '.join(sorted(KEYS))}")
        for key in table.keys() - KEYS
    ]
    faults += [
        Fault(head.line("pairs", key), f"pairs: {key} is one name")
        for key in ("side", "thing", "earlier", "later")
        if not isinstance(table.get(key), str)
    ]
    faults += [
        Fault(head.line("pairs", key), f"pairs: there is no column {table[key]}")
        for key in ("side", "thing")
        if isinstance(table.get(key), str) and table[key] not in columns
    ]
    first = table.get("first", [])
    if not isinstance(first, list) or not all(isinstance(name, str) and name.count(".") == 1 for name in first):
        faults.append(Fault(head.line("pairs", "first"), 'pairs: first is a list such as ["event.thing"]'))
    if faults:
        return None, tuple(faults)
    return Pairs(table["side"], table["thing"], table["earlier"], table["later"], tuple(first)), ()
