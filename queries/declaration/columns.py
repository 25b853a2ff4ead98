"""The `[columns]` of a header: what each column holds, what it means, and whether the query returns it or the rule makes it.

level   = "int"                                                   returned by the query, in this order
unit    = { type = "node", is = "the unit at this level" }        the same, with its meaning in a sentence
derived = { type = "bool", hidden = true }                        returned, used by the rule, not part of the answer
ways    = "groups"                                                combinations for `[grade]`; not part of the answer
chain   = { type = "path", of = "ways.chain" }                    the part of the surest combination
events  = { type = "int", count = "ways.event" }                  how many different ones all combinations have
after   = { type = "int", least_days = ["complaint", "charge"] }  days of the calendar from the one to the other, at least
at_most = { type = "int", most_days = ["complaint", "charge"] }   the same, at most
about   = "things"                                                a list of nodes, links and paths, for `[grade]` alone
sure    = { type = "int", count = "ways.event", grade = "assumed" }     of these in combinations at least that sure
place   = { type = "text", of = "event.place" }                   a property of a node or link in a column
places  = { type = "int", count = "station", by = ["superior"] }  how many different ones in all rows of one superior
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from graph.answer import CERTAINTIES, Certainty, Column, ColumnType
from graph.words import certainty
from queries.columns import TYPES
from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from queries.header import Header

GROUPS = "groups"
UNSHOWN = (GROUPS, "things")
"""Types of columns that the rule reads, and no answer holds."""
KEYS = frozenset({"type", "is", "hidden", "of", "count", "grade", "by", "least_days", "most_days"})
TOGETHER: tuple[Column, ...] = (
    Column("since", "time", certainty.SINCE),
    Column("until", "time", certainty.UNTIL),
    Column("covers", "bool", "whether that is all of the time asked about"),
)
"""Of rows whose members held together."""
BETWEEN: tuple[Column, ...] = (
    Column("since", "time", "from when nothing is known"),
    Column("until", "time", "when something is known again"),
    TOGETHER[2],
)
"""The same of rows about the time between two things."""
GRADED: tuple[Column, ...] = (
    *TOGETHER,
    Column("certainty", "text", "certain, assumed or possible: how sure the dates are, not whether it is true"),
    Column(
        "gap_days",
        "int",
        "days from the time asked about to the far end of the nearest citation; of all the row shows the most",
    ),
    Column("weakest", "rel", "of the links of the row, the one whose dates are the least sure"),
    Column("claims", "claims", "the claims all this rests on"),
)
"""What `[grade]` adds to every row, in this order."""
COUNTED: tuple[Column, ...] = tuple(
    Column(name, "int", f"how many of the combinations behind the row are {name}") for name in CERTAINTIES
)
"""What a row that rests on groups gets before these."""

Kind: TypeAlias = "ColumnType | Literal['groups', 'things']"


@dataclass(frozen=True, slots=True)
class ColumnDeclaration:
    """One column as its header declares it; see the head of this file."""

    name: str
    type: Kind
    means: str = ""
    hidden: bool = False
    of: str = ""
    count: str = ""
    grade: Certainty = "possible"
    by: tuple[str, ...] = ()
    least_days: tuple[str, ...] = ()
    most_days: tuple[str, ...] = ()

    @property
    def returned(self) -> bool:
        """Whether the query itself returns it."""
        return not (self.of or self.count or self.least_days or self.most_days)

    @property
    def shown(self) -> bool:
        """Whether it is part of the answer."""
        return not self.hidden and self.type not in UNSHOWN

    @property
    def column(self) -> Column:
        """As the answer has it."""
        return Column(self.name, cast("ColumnType", self.type), self.means)


def read(
    head: Header, table: Iterable[tuple[str, object]], *, graded: bool, sides: Collection[str] = ()
) -> tuple[tuple[ColumnDeclaration, ...], tuple[Fault, ...]]:
    """All columns, and the faults. `graded`: whether the header has a `[grade]`, whose columns nobody else
    declares. `sides`: of pairs."""
    columns: list[ColumnDeclaration] = []
    faults: list[Fault] = []
    own = {column.name for column in (*GRADED, *COUNTED)} if graded else set()
    for name, body in table:
        values = body if isinstance(body, dict) else {"type": body}
        reasons = [*_reasons(values), *([f"{name} comes with [grade]: leave it out"] if name in own else [])]
        if reasons:
            faults += [Fault(head.line("columns", name), f"column {name}: {reason}") for reason in reasons]
        else:
            columns.append(_column(name, values))
    known = {column.name: column for column in columns}
    faults += [
        Fault(head.line("columns", column.name), f"column {column.name}: {reason}")
        for column in columns
        for reason in _references(column, known, sides)
    ]
    return tuple(columns), tuple(faults)


def _column(name: str, values: Mapping[str, object]) -> ColumnDeclaration:
    return ColumnDeclaration(
        name,
        cast("Kind", values["type"]),
        str(values.get("is", "")),
        bool(values.get("hidden")),
        str(values.get("of", "")),
        str(values.get("count", "")),
        cast("Certainty", values.get("grade", "possible")),
        *(tuple(cast("list[str]", values.get(key, []))) for key in ("by", "least_days", "most_days")),
    )


def _reasons(values: Mapping[str, object]) -> list[str]:
    reasons = [f"unknown key {key!r}; allowed: {', '.join(sorted(KEYS))}" for key in values.keys() - KEYS]
    if values.get("type") not in (*TYPES, *UNSHOWN):
        reasons.append(f"a type is one of {', '.join((*TYPES, *UNSHOWN))}")
    for key in ("is", "of", "count"):
        if key in values and not isinstance(values[key], str):
            reasons.append(f"{key} is a text")
    if "hidden" in values and not isinstance(values["hidden"], bool):
        reasons.append("hidden is true or false")
    if values.get("grade", "possible") not in CERTAINTIES:
        reasons.append(f"grade is one of {', '.join(CERTAINTIES)}")
    for key in ("by", "least_days", "most_days"):
        names = values.get(key, [])
        if not isinstance(names, list) or not all(isinstance(item, str) for item in names):
            reasons.append(f"{key} is a list of names of columns")
        elif key != "by" and key in values and len(names) != 2:
            reasons.append(f"{key} are counted from one column to another")
    if "of" in values and "count" in values:
        reasons.append("of and count exclude each other")
    if isinstance(of := values.get("of"), str) and "." not in of:
        reasons.append('of names a part of a group, or a column of a side: "ways.chain", "event.thing"')
    if "count" in values and values.get("type") != "int":
        reasons.append("a count is an int")
    return reasons


def _references(column: ColumnDeclaration, known: Mapping[str, ColumnDeclaration], sides: Collection[str]) -> Iterable[str]:
    for reference in filter(None, (column.of, column.count)):
        first, *rest = reference.split(".")
        if first in sides:  # what a side is called by; its columns are looked up like others
            first, *rest = rest
            if (reference.split(".")[0], first) == ("pairs", "count"):
                continue
        if first not in known:
            yield f"there is no column {first}"
        elif rest and known[first].type not in (GROUPS, "node", "rel"):
            yield f"{first} has no parts"
    yield from (f"there is no column {name}" for name in (*column.by, *column.least_days, *column.most_days) if name not in known)
