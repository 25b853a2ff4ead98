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

from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.header import Header

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


def nearest_of(head: Header, columns: Mapping[str, str]) -> tuple[Nearest | None, tuple[Fault, ...]]:
    """What the header says, and the faults. `columns`: the type of each that the query returns, by name."""
    table = head.values.get("nearest")
    if table is None:
        return None, ()
    if not isinstance(table, dict):
        return None, (Fault(head.line("nearest"), "nearest is a table"),)
    faults = [
        Fault(head.line("nearest", key), f"nearest: unknown key {key!r}; allowed: {', '.join(sorted(KEYS))}")
        for key in table.keys() - KEYS
    ]
    over, each = table.get("over"), table.get("each", [])
    if not isinstance(over, list) or not isinstance(each, list):
        faults.append(Fault(head.line("nearest"), "nearest: over and each are lists of names of columns"))
        return None, tuple(faults)
    if ("level" in table) == ("chain" in table) or ("chain" in table) != ("among" in table):
        faults.append(Fault(head.line("nearest"), "nearest: either level, or chain and among"))
    named = [table.get("of"), *over, *each, *(table[key] for key in ("level", "chain") if key in table)]
    faults += [Fault(head.line("nearest"), f"nearest: there is no column {name}") for name in named if name not in columns]
    if faults:
        return None, tuple(faults)
    return Nearest(
        str(table["of"]),
        tuple(over),
        table.get("level", ""),
        tuple(each),
        table.get("chain", ""),
        table.get("among", ""),
        table.get("cycle") is True,
    ), ()
