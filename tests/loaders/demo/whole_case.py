"""The republic, written and loaded once: without an engine, since what is asked here is what the files say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph.decided.state import State
from graph.kept.case import Case
from graph.project import project
from loaders import demo
from loaders.load.load import Load, enter, harvest, prepare
from loaders.mapping import choose, shipped
from tests.demo.truth import Truth, truth

if TYPE_CHECKING:
    from pathlib import Path

    from graph.projection import Link, Node, Projection
    from loaders.mapping import Mapping
    from loaders.reading import Reading


@dataclass(frozen=True)
class Loaded:
    """The case as it stands after all files were loaded."""

    files: Path
    paths: tuple[Path, ...]
    case: Case
    loads: tuple[Load, ...]
    state: State
    graph: Projection
    truth: Truth

    @cached_property
    def nodes(self) -> dict[str, Node]:
        return {str(node.id): node for node in self.graph.nodes}

    @cached_property
    def keys(self) -> dict[str, str]:
        """By entity, its key: a badge, a casefile, a code."""
        return {self.state.identity.root(ids[0]): key for (_, _, key), ids in self.state.keys().items()}

    def links(self, kind: str) -> list[Link]:
        return [link for link in self.graph.links if link.type == kind]

    def id(self, label: str, space: str, key: str) -> str:
        """The entity that carries this key."""
        return self.state.identity.root(self.state.keys()[label, f"demo/{space}", key][0])


def load_all(folder: Path) -> Loaded:
    """All files of the republic, written and loaded below this folder."""
    paths = demo.write(folder / "files")
    case = Case.create(folder / "case", title="Velmoria", zone="Atlantic/Azores", languages=("ru", "be", "en"))
    loads = tuple(prepare(path, _choose) for path in paths)
    with case.writing(), case.journal.appending() as journal:
        for one in loads:
            harvest(one, case)
            enter(case, journal, one)
    state = case.state
    graph = project(state)
    case.close()
    return Loaded(folder / "files", paths, case, loads, state, graph, truth())


def _choose(reading: Reading, _: str) -> Mapping:
    return choose(reading.tables, shipped())
