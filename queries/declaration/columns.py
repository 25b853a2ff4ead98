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
sites   = { type = "int", count = "ways.site", once = "ways.event" }    the same, if each event stands for one of its own
own     = { type = "int", count = "ways.unit", anywhere = true }  the same, wherever an event that is told at two places was
files   = { type = "int", count = "ways.files", open = "through" }      of any number, if one of these kinds waits
maybe   = { type = "node", unaccused = true }                     one whom nobody accuses: `public` does not name them
held    = { type = "int", count = "stays", reads = ["HELD_AT"] }        what no column reads but those that say so
many    = { type = "int", count = "station", least = "min_places" }     a whole number, parameter: rows with fewer are left out
alone   = { type = "int", apart = "told" }                        of events told in a list: how many share nothing

A count without `grade` is four columns of the answer: `places`, and beside it `places_least` and `places_most`, the fewest and
the most there may be, and `places_denied`, how many rest on denied links alone. The fewest are of combinations that are assumed
or certain. With `grade` it is one column: the fewest of those that sure.
`through` is a hidden column of texts: kinds of things, such as "Unit", through which more may come if two of them are joined;
or "anything": what nobody can name may be one more, or several.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from graph import schema
from graph.answer import CERTAINTIES, Certainty, Column, ColumnType
from graph.words import certainty
from graph.words.counts import DENIED, LEAST, MOST
from queries.columns import TYPES
from queries.declaration.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.header import Header
    from queries.tokens import Fault

GROUPS = "groups"
UNSHOWN = (GROUPS, "things")
"""Types of columns that the rule reads, and no answer holds."""
OF_A_COUNT = ("by", "grade", "once", "least", "anywhere", "open")
"""Keys that belong to a count."""
KEYS = frozenset({"type", "is", "hidden", "of", "count", "apart", "least_days", "most_days", "unaccused", "reads", *OF_A_COUNT})
TOGETHER: tuple[Column, ...] = (
    Column("since", "time", certainty.SINCE),
    Column("until", "time", certainty.UNTIL),
    Column("covers", "bool", "whether that is all of the time asked about"),
)
"""Of rows whose members held together."""
BETWEEN: tuple[Column, ...] = (
    Column("since", "time", "from when nothing may be known, at the earliest"),
    Column("until", "time", "when something is known again, at the latest"),
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

BESIDE = {
    LEAST: "at least so many: of what surely was so in that time, without what is denied or may have been elsewhere, and if all "
    "that waits in review is one thing",
    MOST: "at most so many: with what is added if what waits in review is joined; empty where nobody can say",
    DENIED: "so many of these rest on denied links alone",
}
"""What stands beside a count, by the end of its name."""

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
    once: str = ""
    least: str = ""
    apart: str = ""
    grade: Certainty = "possible"
    by: tuple[str, ...] = ()
    anywhere: bool = False
    open: str = ""
    least_days: tuple[str, ...] = ()
    most_days: tuple[str, ...] = ()
    unaccused: bool = False
    reads: tuple[str, ...] = ()

    @property
    def returned(self) -> bool:
        """Whether the query itself returns it."""
        return not (self.of or self.count or self.apart or self.least_days or self.most_days)

    @property
    def shown(self) -> bool:
        """Whether it is part of the answer."""
        return not self.hidden and self.type not in UNSHOWN

    @property
    def column(self) -> Column:
        """As the query returns it, or the rule makes it."""
        type_, counts = cast("ColumnType", self.type), bool(self.count or self.apart)
        return Column(self.name, type_, self.means, counts=counts, unaccused=self.unaccused, reads=self.reads)

    @property
    def ranges(self) -> bool:
        """Whether it is a count with the fewest and the most there may be beside it, and how many are denied."""
        return bool(self.apart) or (bool(self.count) and self.grade == CERTAINTIES[-1])

    @property
    def answered(self) -> tuple[Column, ...]:
        """As the answer has it: none, one, or four columns."""
        if not self.shown:
            return ()
        beside = (
            replace(self.column, name=self.name + end, means=means, of=self.name, counts=False) for end, means in BESIDE.items()
        )
        return (self.column, *(beside if self.ranges else ()))


def read(
    head: Header, declared: Iterable[tuple[str, object]], *, graded: bool
) -> tuple[tuple[ColumnDeclaration, ...], tuple[Fault, ...]]:
    """All columns, and the faults. `graded`: whether the header has a `[grade]`, whose columns nobody else declares."""
    columns: list[ColumnDeclaration] = []
    faults: list[Fault] = []
    own = {column.name for column in (*GRADED, *COUNTED)} if graded else set()
    for name, body in declared:
        table = Table(head, ("columns", name), f"column {name}", body if isinstance(body, dict) else {"type": body})
        column = _column(table, name)
        if name in own:
            table.fault("", f"{name} comes with [grade]: leave it out")
        faults += table.faults
        columns.append(column)
    return tuple(columns), tuple(faults)


def _column(table: Table, name: str) -> ColumnDeclaration:
    table.only(KEYS)
    column = ColumnDeclaration(
        name,
        cast("Kind", table.choice("type", (*TYPES, *UNSHOWN))),
        table.name("is", "a text"),
        table.flag("hidden"),
        table.name("of"),
        table.name("count"),
        table.name("once"),
        table.name("least"),
        table.name("apart"),
        cast("Certainty", table.choice("grade", CERTAINTIES) if table.has("grade") else "possible"),
        table.names("by"),
        table.flag("anywhere"),
        table.name("open"),
        table.names("least_days"),
        table.names("most_days"),
        table.flag("unaccused"),
        table.names("reads"),
    )
    _made(table, column)
    return column


def _made(table: Table, column: ColumnDeclaration) -> None:
    """What the rule makes is made in one way, and of a type that fits."""
    ways = [key for key in ("of", "count", "apart", "least_days", "most_days") if table.has(key)]
    if len(ways) > 1:
        table.fault(ways[1], f"{ways[0]} and {ways[1]} exclude each other")
    if ways and column.type in UNSHOWN:
        table.fault("type", f"only a query returns {column.type}")
    if column.of and "." not in column.of:
        table.fault("of", 'of names a part of a group, or a column of a side: "ways.chain", "event.thing"')
    if ways and ways[0] != "of" and column.type != "int":
        table.fault("type", f"{ways[0]} makes an int")
    for key, pair in (("least_days", column.least_days), ("most_days", column.most_days)):
        if pair and len(pair) != 2:
            table.fault(key, f"{key} are counted from one column to another")
    if unknown := sorted({*column.reads} - {*schema.NODE, *schema.LINK}):
        table.fault("reads", f"reads names labels and link types; {', '.join(unknown)} is none")
    if column.unaccused and column.type != "node":
        table.fault("type", "whom nobody accuses is a node")
    for key in OF_A_COUNT:
        if table.has(key) and not table.has("count"):
            table.fault(key, f"{key} belongs to a count")
