"""The `[nearest]` of a header: of all who stand above the same, only who stands nearest is listed.

    [nearest]
    of    = "superior"              who is compared
    over  = ["unit", "station"]     what it stands over: by these columns its rows are matched with another's
    level = "level"                 how far it stands from them: less is nearer
    cycle = true                    of those who stand above each other, in a cycle of links, one is named
    each  = ["methods"]             compared only among rows that are equal here; left out: all

or, where one superior may stand above another,

    of    = "superior"
    over  = ["unit"]
    chain = "chain"                 the path from the one to the other: whoever is below is nearer
    among = "units"                 a parameter: rows over anything else only tell who is below whom, and are not listed
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.columns import TYPES
from queries.declaration.table import Table, opened

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from queries.header import Header
    from queries.parameters import Parameter
    from queries.tokens import Fault

KEYS = frozenset({"of", "over", "level", "cycle", "each", "chain", "among"})


@dataclass(frozen=True, slots=True)
class Nearest:
    """See the head of this file."""

    of: str
    over: tuple[str, ...]
    level: str = ""
    each: tuple[str, ...] = ()
    chain: str = ""
    among: str = ""
    cycle: bool = False

    @property
    def compared(self) -> tuple[str, ...]:
        """The columns that every row must have filled."""
        return (self.of, *self.over, self.level or self.chain)


def nearest_of(
    head: Header, columns: Mapping[str, str], parameters: Collection[Parameter]
) -> tuple[Nearest | None, tuple[Fault, ...]]:
    """What the header says, and the faults. `columns`: the type of each that the query returns, by name."""
    if "nearest" not in head.values:
        return None, ()
    table = opened(head, "nearest")
    if table.faults:
        return None, tuple(table.faults)
    table.only(KEYS)
    table.wanted("of", "over")
    declared = Nearest(
        of=table.name("of"),
        over=table.names("over"),
        level=table.name("level"),
        each=table.names("each"),
        chain=table.name("chain"),
        among=table.name("among"),
        cycle=table.flag("cycle"),
    )
    table.refer("of", [declared.of], columns, ("node",))
    table.refer("over", declared.over, columns, ("node",))
    table.refer("level", [declared.level], columns, ("int",))
    table.refer("chain", [declared.chain], columns, ("path",))
    table.refer("each", declared.each, columns, TYPES)
    _belong_together(table, declared)
    kinds = {parameter.name: parameter.type for parameter in parameters}
    if declared.among and kinds.get(declared.among) != "ids":
        table.fault("among", 'among names a parameter of type "ids"')
    if "grade" not in head.values:
        table.fault("", "only graded rows are compared: [grade] is missing")
    return (None if table.faults else declared), tuple(table.faults)


def _belong_together(table: Table, declared: Nearest) -> None:
    """Keys that need each other, or exclude each other."""
    if table.has("level") == table.has("chain") or table.has("chain") != table.has("among"):
        table.fault("", "either level, or chain and among")
    for key in ("cycle", "each"):
        if table.has(key) and not table.has("level"):
            table.fault(key, f"{key} belongs to level")
    if declared.chain and len(declared.over) > 1:
        table.fault("over", "over names one column where chain is given")
