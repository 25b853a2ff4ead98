"""The engine seam: two servers, one driver, one language. A case's graph is published to one and asked over it.

`Engine` is all the rest of Linkage knows of a graph server. `graph.engine.arcadedb` keeps a child process in the case
folder; `graph.engine.neo4j` speaks to a server of the team's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from graph.progress import Progress
from graph.projection import Hashes, Projection
from graph.shape import SHAPE


@dataclass(frozen=True, slots=True)
class Marker:
    """What a server says it holds: the hashes of the last complete projection and the entry it stands for.

    `sequence` and `head` are the projection's: number and hash of the last entry that changed the graph. `shape`: of the
    release that made it (`graph.shape`).
    """

    hashes: Hashes
    sequence: int
    head: str = ""
    shape: str = SHAPE


@dataclass(frozen=True, slots=True)
class Result:
    """Raw rows of one query. Graph values are `graph.answer.NodeValue`, `RelValue`, `PathValue`; times are naive datetimes."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    complete: bool
    """False where there were more rows than asked for."""


class Engine(Protocol):
    """A graph server that holds one case."""

    name: str

    def marker(self) -> Marker | None:
        """What is held, or None: nothing, or a projection that was not finished."""

    def check(self, projection: Projection) -> None:
        """Whether this projection could be published here: within what a graph can hold, and where a server is reached, into a
        database that is this case's or empty. EngineError, IntegrityError where not."""

    def publish(self, projection: Projection, *, progress: Progress | None = None) -> Marker:
        """Hold exactly this projection; read it back, compare hashes, then set the marker. Raises EngineError, IntegrityError."""

    def ask(self, cypher: str, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Result:
        """Run one reading query. EngineError where it takes longer than `seconds` or the server is lost."""

    def check_free(self) -> None:
        """No query is still at work that had to stop, and could not be made to. EngineError where one is.

        To be called before a query that nobody has tried: each may take a part of the server for as long as it lives.
        """

    def unbounded(self) -> Sequence[str]:
        """Settings of the server without which one query may take what all others need; none where it has them."""

    def explain(self, cypher: str, parameters: Mapping[str, object]) -> Sequence[str] | None:
        """The operators of the plan, or None where the server cannot say."""

    def read_back(self) -> Hashes:
        """The hashes of what is really there, record by record."""

    def version(self) -> str:
        """Which server it is, and its version. EngineError where it cannot be reached."""

    def distrust(self) -> str:
        """What is held was found to be something else than was published: answer nobody from it. What is to be done then."""

    def close(self) -> None:
        """Let go of the connection; a server keeps running."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *unused: object) -> None: ...
