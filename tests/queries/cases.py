"""The test beside each saved query: `tests/queries/<same path>.toml`, a situation and all rows of its answer.

`expect` compares every column that is named in any of its rows, in every row: what a row does not name must be null, or
empty. Nodes by name, links by "TYPE key", paths by the names of their nodes, times as date-times.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest

from graph.answer import Answer, Certainty, NodeValue, PathValue, RelValue
from graph.engine import Engine, Marker
from graph.projection import Projection
from queries.catalogue import Catalogue
from queries.run import run
from queries.saved import SavedQuery
from tests.claims import named_once
from tests.world import world

FOLDER = Path(__file__).parent
KEYS = {"name", "params", "expect", "given", "certainty", "within", "apart", "waiting"}


@dataclass(frozen=True)
class Case:
    """One `[[case]]`; `prefix` keeps its world apart from all others."""

    query: str
    number: int
    body: dict[str, Any]

    @property
    def title(self) -> str:
        return str(self.body["name"])

    @property
    def prefix(self) -> str:
        return f"{self.query.replace('/', '-')}-{self.number}:"

    @property
    def apart(self) -> bool:
        """Whether it needs a graph of its own: a question about everything that counts would count all other worlds."""
        return bool(self.body.get("apart", False))

    @property
    def projection(self) -> Projection:
        return world(self.body["given"], self.prefix)

    @property
    def expected(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.body["expect"]
        named = {column for row in rows for column in row}
        return [{column: row.get(column) for column in sorted(named)} for row in rows]

    @property
    def silent(self) -> set[str]:
        """The nodes of the situation that no row may show: where the near misses are."""
        shown = {value for row in self.body["expect"] for value in row.values() if isinstance(value, str)}
        shown |= {name for row in self.body["expect"] for value in row.values() if isinstance(value, list) for name in value}
        given = {name for label, members in self.body["given"].items() for name in members if " > " not in name}
        return given - shown - set(map(str, self.body["params"].values()))

    def parameters(self, saved: SavedQuery) -> dict[str, Any]:
        """What is asked, things by the ids of this world."""
        return {key: self._given(saved, key, value) for key, value in self.body["params"].items()}

    def ask(self, saved: SavedQuery, engine: Engine, marker: Marker, *, evidence: bool = True) -> Answer:
        within = self.body.get("within", "any")
        return run(
            saved,
            engine,
            self.parameters(saved),
            marker=marker,
            certainty=cast("Certainty", self.body.get("certainty", "possible")),
            within=None if within == "any" else int(within),
            waiting=self.waiting,
            evidence=evidence,
        )

    @property
    def waiting(self) -> dict[str, str]:
        """The open group of each thing that waits in the review."""
        return {self.prefix + one: self.prefix + min(group) for group in self.body.get("waiting", ()) for one in group}

    def rows(self, answer: Answer) -> list[dict[str, Any]]:
        """The answer in the words of `expect`; of a question about everything, what is said of this world."""
        named = {column for row in self.body["expect"] for column in row} or {column.name for column in answer.columns}
        return [
            {key: self._word(value) for key, value in sorted(row.items()) if key in named}
            for row in answer.records()
            if self._anchored(answer) or self._ours(row)
        ]

    def _anchored(self, answer: Answer) -> bool:
        """Whether the question names a thing of this world: then every row counts."""
        given = [item for value in answer.parameters.values() for item in (value if isinstance(value, list) else [value])]
        return any(isinstance(value, str) and value.startswith(self.prefix) for value in given)

    def _ours(self, row: Mapping[str, object]) -> bool:
        """Whether a row shows something of this world, or no thing at all."""
        things = [value.id for value in row.values() if isinstance(value, NodeValue | RelValue)]
        return not things or any(id_.startswith(self.prefix) for id_ in things)

    def _given(self, saved: SavedQuery, key: str, value: Any) -> Any:
        kinds = {option: parameter.type for parameter in saved.parameters for option in parameter.options}
        if kinds.get(key) == "ids":
            return [self.prefix + name for name in value]
        return self.prefix + value if kinds.get(key) == "id" else value

    def _word(self, value: object) -> object:
        if isinstance(value, NodeValue | RelValue):
            return value.id.removeprefix(self.prefix)
        if isinstance(value, PathValue):
            return [node.id.removeprefix(self.prefix) for node in value.nodes]
        if isinstance(value, list | tuple):
            return named_once(item.removeprefix(self.prefix) if isinstance(item, str) else item for item in value) or None
        return value


def cases(query: str) -> list[Case]:
    """The cases of one query. A query without a test file, or with a sloppy one, fails collection."""
    path = FOLDER / f"{query}.toml"
    if not path.is_file():
        raise pytest.UsageError(f"{query}.cypher has no test: write {path.relative_to(FOLDER.parent.parent)}")
    found = [Case(query, number, body) for number, body in enumerate(tomllib.loads(path.read_text("utf-8"))["case"])]
    for case in found:
        if unknown := set(case.body) - KEYS:
            raise pytest.UsageError(f"{path.name}: unknown key {unknown}")
        for row in case.body["expect"]:
            for value in row.values():
                assert isinstance(value, datetime | str | int | list), f"{path.name}: {value!r}: write an instant as a date-time"
    return found


def all_cases() -> list[Case]:
    """The cases of the whole library."""
    return [case for name in Catalogue.of().names for case in cases(name)]
