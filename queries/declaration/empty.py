"""The `[empty]` of a header: why there are no rows, where the query itself can tell.

[empty]
when = "placeless"                   a bool column: a row in which it is true is none, it only says
says = "this event has no station"   what is said then, below the answer
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.declaration.table import opened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.header import Header
    from queries.tokens import Fault

KEYS = frozenset({"when", "says"})


@dataclass(frozen=True, slots=True)
class Empty:
    """See the head of this file."""

    when: str
    says: str

    def apart(self, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> tuple[tuple[Sequence[object], ...], str]:
        """The rows that are some, and what is said where there are none."""
        at = columns.index(self.when)
        kept = tuple(row for row in rows if not row[at])
        return kept, "" if kept or not rows else self.says


def empty_of(head: Header, columns: Mapping[str, str]) -> tuple[Empty | None, tuple[Fault, ...]]:
    """What the header says, and the faults. `columns`: the type of each that the query returns, by name."""
    if "empty" not in head.values:
        return None, ()
    table = opened(head, "empty")
    table.only(KEYS)
    table.wanted(*sorted(KEYS))
    made = Empty(table.name("when"), table.name("says", "a text"))
    table.refer("when", (made.when,), columns, ("bool",))
    return made, tuple(table.faults)
