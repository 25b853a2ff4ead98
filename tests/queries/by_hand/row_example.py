"""A row of an answer made by hand: what a header declares, what an engine found, and what must come of it. No engine is asked.

All of it is about January 2014, in `tests/queries/grade_examples.py`: `day`, `days`, `member`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.answer import NodeValue, PathValue, RelValue
from graph.errors import QueryError
from queries import saved
from queries.doubt import NO_DOUBT, Doubt
from queries.row import Row
from queries.rows import rows
from tests.queries.grade_examples import MONTH, member

PARAMETERS = {
    "on": ('type = "day"', 'default = "any"', ("on_from", "on_to")),
    "period": ('type = "period"', 'default = "any"', ("from", "to")),
    "days": ('type = "int"', "default = 0", ("days",)),
    "units": ('type = "ids"', 'of = "Unit"', ("units",)),
}
TEXTS = 'title = "t"\nquestion = "q"\nelement = "evidence/corroboration"\ncaveat = "c"\n'
BOUND: Mapping[str, object] = {"from": MONTH[0], "to": MONTH[1], "on_from": None, "on_to": None}
"""Where an example says nothing else."""
TIME = ("since", "until", "covers", "certainty", "gap_days")


def text(head: str) -> str:
    """The file of a query whose header says this and what each has; it uses the parameters that are named there."""
    used = {name: lines for name, lines in PARAMETERS.items() if f'"{name}"' in head}
    declared = "".join(f'[params.{name}]\n{kind}\n{more}\nhelp = "h"\n' for name, (kind, more, _) in used.items())
    wanted = [f"${name} IS NULL" for *_, names in used.values() for name in names]
    cypher = f"MATCH (n:Unit) WHERE {' AND '.join(wanted) or 'true'} RETURN n ORDER BY n.id"
    lines = "".join(f"// {line}\n" for line in f"{TEXTS}{declared}{head.strip()}".split("\n"))
    return f"// /// query\n{lines}// ///\n{cypher}\n"


@cache
def query(head: str) -> saved.SavedQuery:
    """That query."""
    return saved.parse(text(head).encode(), "x/y")


def link(id_: str, kind: str = "POSTED_TO", **time: Any) -> RelValue:
    """A link; without a time it is one that has none, such as an allegation."""
    properties: Any = member(id_, **time) if set(time) - {"disputed", "conflicts"} else {"id": id_, **time}
    return RelValue(id_, kind, "begin", "end", properties)


def thing(id_: str, label: str = "Event", **time: Any) -> NodeValue:
    """A node; without a time one that has none, such as a unit."""
    kind = {"kind": time.pop("kind")} if "kind" in time else {}
    properties: Any = member(id_, **time) if set(time) - {"disputed"} else {"id": id_, **time}
    return NodeValue(id_, label, {**properties, **kind})


def path(*links: RelValue, nodes: Sequence[NodeValue] = ()) -> PathValue:
    return PathValue(tuple(nodes), links)


@dataclass(frozen=True)
class RowExample:
    """`expected`: all rows, in order; each in the columns that any of them names. Things and links by id; `weakest` and
    `rests_on`, `denied_things` (ids) beside the columns. QueryError as text where it is refused."""

    name: str
    head: str
    found: Sequence[Sequence[object]]
    expected: Sequence[Mapping[str, object]] | str
    bound: Mapping[str, object] = field(default_factory=dict)
    doubt: Doubt = NO_DOUBT

    @property
    def answer(self) -> Sequence[Mapping[str, object]] | str:
        try:
            made = rows(query(self.head), self.found, {**BOUND, **self.bound}, self.doubt)
        except QueryError as error:
            return str(error)
        named = {} if isinstance(self.expected, str) else {name for row in self.expected for name in row}
        return [{name: _word(row, name) for name in named} for row in made]

    @property
    def wanted(self) -> Sequence[Mapping[str, object]] | str:
        """The same, where each row names all columns."""
        if isinstance(self.expected, str):
            return self.expected
        named = {name for row in self.expected for name in row}
        return [{name: row.get(name) for name in named} for row in self.expected]

    @property
    def is_right(self) -> bool:
        return self.answer == self.wanted


def _word(row: Row, name: str) -> object:
    if name in TIME:
        return getattr(row.grade, name)
    if name == "rests_on":
        return sorted(row.things)
    if name == "denied_things":
        return sorted(id_ for id_, thing in row.things.items() if thing and thing.properties.get("disputed"))
    value = row.weakest if name == "weakest" else row.values[name]
    return value.id if isinstance(value, NodeValue | RelValue) else value
