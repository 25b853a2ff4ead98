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

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from queries.columns import TYPES
from queries.declaration.table import opened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.header import Header
    from queries.tokens import Fault

COUNT = "pairs.count"
KEYS = frozenset({"side", "thing", "earlier", "later", "first"})


@dataclass(frozen=True, slots=True)
class Pairs:
    """See the head of this file."""

    side: str
    thing: str
    earlier: str
    later: str
    first: tuple[str, ...] = ()

    @property
    def compared(self) -> tuple[str, ...]:
        """The columns that every row must have filled."""
        return self.side, self.thing

    def columns(self, returned: Mapping[str, str]) -> dict[str, str]:
        """The type of each column of a pair, by name: `event.thing`."""
        of_sides = {f"{side}.{name}": type_ for side in (self.earlier, self.later) for name, type_ in returned.items()}
        return of_sides | ({COUNT: "int"} if self.first else {})


def pairs_of(head: Header, columns: Mapping[str, str]) -> tuple[Pairs | None, tuple[Fault, ...]]:
    """What the header says, and the faults. `columns`: the type of each that the query returns, by name."""
    if "pairs" not in head.values:
        return None, ()
    table = opened(head, "pairs")
    if table.faults:
        return None, tuple(table.faults)
    table.only(KEYS)
    table.wanted("side", "thing", "earlier", "later")
    declared = Pairs(table.name("side"), table.name("thing"), table.name("earlier"), table.name("later"), table.names("first"))
    table.refer("side", [declared.side], columns, ("text",))
    table.refer("thing", [declared.thing], columns, ("node",))
    for key, side in (("earlier", declared.earlier), ("later", declared.later)):
        if side and (side == "pairs" or not side.isidentifier()):
            table.fault(key, f"{key}: no side is called {side!r}: letters, digits and _, and not pairs")
    if declared.earlier and declared.earlier == declared.later:
        table.fault("later", "earlier and later are two sides")
    table.refer("first", declared.first, replace(declared, first=()).columns(columns), TYPES)
    if "grade" not in head.values:
        table.fault("", "each side is graded by itself: [grade] is missing")
    return (None if table.faults else declared), tuple(table.faults)
