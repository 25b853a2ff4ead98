"""What a question got for an answer: the one thing that passes between queries and viz.

Scalar columns make a table; node, relationship and path columns make a subgraph. One answer, two readings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Literal, TypeAlias

from graph.projection import Properties
from graph.said.carried import Carried

ColumnType: TypeAlias = Literal["node", "rel", "path", "claims", "text", "int", "float", "bool", "day", "time", "texts"]
Certainty: TypeAlias = Literal["certain", "assumed", "possible"]
CERTAINTIES: tuple[Certainty, ...] = ("certain", "assumed", "possible")
"""Strongest first."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer, as its query declares it."""

    name: str
    type: ColumnType
    means: str = field(default="", compare=False)
    """In a sentence, for whoever reads the answer."""
    of: str = ""
    """Of the count by this name: the fewest or the most there may be (`_least`, `_most`), or how many of it rest on denied links
    (`_denied`)."""
    counts: bool = field(default=False, compare=False)
    """Whether it says how many: then a zero says something, too."""
    unaccused: bool = field(default=False, compare=False)
    """Whether nobody accuses whom it shows: they only may have been there."""
    reads: tuple[str, ...] = field(default=(), compare=False)
    """Labels and link types that only this column and others that name them are worked out from."""


@dataclass(frozen=True, slots=True)
class NodeValue:
    """A node in a row."""

    id: str
    label: str
    properties: Properties = field(hash=False)

    @property
    def name(self) -> str:
        """What a reader calls it; somebody whose name nobody knows by what is said of him."""
        name = self.properties.get("name")
        # The graph calls a thing without a name by its id.
        return str((name if name != self.id else None) or self.properties.get("description") or self.id)


@dataclass(frozen=True, slots=True)
class RelValue:
    """A link in a row."""

    id: str
    type: str
    begin: str
    end: str
    properties: Properties = field(hash=False)


@dataclass(frozen=True, slots=True)
class PathValue:
    """Nodes and the links between them, in order; links may point either way."""

    nodes: tuple[NodeValue, ...]
    links: tuple[RelValue, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """What one thing or link rests on. A claim that its source took back is shown, and counts as no origin and no denial."""

    claims: tuple[str, ...] = ()
    """Ids of all claims about it, those that deny it among them, in order."""
    sources: tuple[str, ...] = ()
    """Ids of the sources these cite, each once, in order."""
    origins: tuple[str, ...] = ()
    """Ids of the independent origins of the claims that assert something of it: ten reprints are one."""
    denials: tuple[str, ...] = ()
    """Ids of the claims that deny that it exists at all."""
    denied_by: tuple[str, ...] = ()
    """Names of the sources of those denials, each once, in order."""


DRAWN: tuple[ColumnType, ...] = ("node", "rel", "path")
"""Columns that take two in a table: what it is called, and beside it, as `<column>.id`, its id or ids."""


def ids(value: object) -> str | list[str] | None:
    """The id of a node or link; of a path the ids of its nodes, then of its links."""
    if isinstance(value, PathValue):
        return [node.id for node in value.nodes] + [link.id for link in value.links]
    return value.id if isinstance(value, NodeValue | RelValue) else None


def together(parts: Iterable[Support]) -> Support:
    """What several things and links rest on: every list in order, each of its members once."""
    listed = list(parts)
    names = [declared.name for declared in fields(Support)]
    return Support(**{name: tuple(sorted({member for part in listed for member in getattr(part, name)})) for name in names})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of the whole answer is not in its rows, and why: nothing is dropped in silence."""

    weaker: int = 0
    """Less certain than `--certainty` asks."""
    farther: int = 0
    """Only possible, and cited further from the question's time than `--within`."""
    over_limit: int = 0
    """Beyond `--limit`."""
    because: str = ""
    """Why there is nothing at all, where the query can tell."""

    @property
    def any(self) -> bool:
        """Whether something was left out."""
        return bool(self.weaker or self.farther or self.over_limit)

    @property
    def as_data(self) -> dict[str, int | str]:
        """The counts, and the reason where there is one."""
        return {name: value for name, value in asdict(self).items() if value != ""}


@dataclass(frozen=True, slots=True)
class Reads:
    """What a question looks at: its numbers and times are worked out from these labels and link types, and these properties."""

    types: frozenset[str]
    properties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows with their evidence, the question they answer, and the graph they were read from.

    `query` is the query's path-like name, `query_hash` the SHA-256 of its file; `parameters` are as given, ids resolved;
    `graph_hash` and `sequence` name the projection. Rows are tuples in the order of `columns`.

    `members`: for each row, the ids of the things and links that it rests on, also of those that no column shows; where
    it is empty, each row rests on what it shows. `support`: what these rest on, by id. `reads`: what the question looks at;
    None where nobody knows.
    """

    query: str
    title: str
    question: str
    caveat: str
    element: str
    query_hash: str
    parameters: Mapping[str, object] = field(hash=False)
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    graph_hash: str
    sequence: int
    left_out: LeftOut = LeftOut()
    members: tuple[tuple[str, ...], ...] = ()
    support: Mapping[str, Support] = field(default_factory=dict, hash=False)
    reads: Reads | None = None
    carried: tuple[Carried, ...] = field(default=(), compare=False)
    """What the case holds of all this, claim by claim, for whoever may take it in whole."""

    def column(self, name: str) -> int:
        """The position of a column. KeyError where there is none."""
        for position, column in enumerate(self.columns):
            if column.name == name:
                return position
        raise KeyError(name)

    def read_by(self, column: Column) -> Reads | None:
        """What a column is worked out from: all that the question reads, but for what other columns alone do."""
        if self.reads is None:
            return None
        alone = {type_ for other in self.columns for type_ in other.reads}
        return Reads((self.reads.types - alone) | frozenset(column.reads), self.reads.properties)

    def records(self) -> list[dict[str, object]]:
        """Rows by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def subgraph(self) -> tuple[tuple[NodeValue, ...], tuple[RelValue, ...]]:
        """All nodes and links in the rows, each once, in order of first appearance."""
        nodes: dict[str, NodeValue] = {}
        links: dict[str, RelValue] = {}
        for row in self.rows:
            for part in parts(row):
                if isinstance(part, NodeValue):
                    nodes.setdefault(part.id, part)
                else:
                    links.setdefault(part.id, part)
        return tuple(nodes.values()), tuple(links.values())

    def rests_on(self, row: int) -> Support:
        """What a row, counted from 0, rests on as a whole."""
        members = self.members[row] if self.members else [part.id for part in parts(self.rows[row])]
        return together(self.support[id_] for id_ in members if id_ in self.support)


def parts(row: Iterable[object]) -> Iterator[NodeValue | RelValue]:
    """The nodes and links in a row, also those of its paths, in order."""
    for value in row:
        if isinstance(value, NodeValue | RelValue):
            yield value
        elif isinstance(value, PathValue):
            yield from value.nodes
            yield from value.links
