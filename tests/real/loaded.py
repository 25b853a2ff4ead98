"""A case made of real files, its projection, and an engine that holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from graph import schema
from graph.answer import Answer
from graph.engine import Engine, Marker
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.engine.setting import open_engine
from graph.kept.case import Case
from graph.project import project
from graph.projection import Link, Node, Projection
from loaders.load.load import Load, enter, harvest, prepare
from loaders.mapping import choose, shipped
from queries.catalogue import Catalogue
from queries.desk.load import load
from queries.run import run
from queries.saved import SavedQuery
from tests.graph.small_case import by_subject

NIGERIA = (
    "sfm_nigeria/ng_orgs_20191024.tsv",
    "sfm_nigeria/ng_persons_20190501.csv",
    "sfm_nigeria/sources_20190501.csv",
)
MALI = ("sfm_mali_command_chain/202106251341-HEAD-Mali-Backup-slim.tsv",)
CHILE = ("chile_pinochet/pinochet.csv",)


@cache
def saved(name: str) -> SavedQuery:
    """A query of the library, read and checked once."""
    return Catalogue.of().get(name)


@dataclass(frozen=True)
class Served:
    """An engine that holds a projection."""

    engine: Engine
    marker: Marker

    def ask(self, name: str, parameters: Mapping[str, object], *, within: int | None = None) -> Answer:
        """The answer of a saved query to ids; every row, however far from a citation."""
        return run(saved(name), self.engine, parameters, marker=self.marker, within=within)


@dataclass(frozen=True)
class Loaded:
    """Files in a case, and the graph they make."""

    case: Case
    loads: Sequence[Load]
    projection: Projection

    @cached_property
    def claims(self) -> dict[str, Node]:
        return {node.id: node for node in self.of("Claim")}

    @cached_property
    def about(self) -> dict[str, list[str]]:
        """The claims about each thing and link."""
        return by_subject(self.projection)

    @cached_property
    def cited(self) -> dict[str, str]:
        """The source that each claim cites."""
        return {link.begin: link.end for link in self.links("CITES")}

    @cached_property
    def keys(self) -> dict[str, str]:
        """The compiler's own key of each person and unit, by id."""
        state = self.case.state
        mentions = [m for m in state.mentions.values() if m.what in ("Person", "Unit") and m.key is not None]
        return {state.identity.root(mention.id): str(mention.key) for mention in mentions}

    def of(self, label: str) -> list[Node]:
        return [node for node in self.projection.nodes if node.label == label]

    def links(self, kind: str) -> list[Link]:
        return [link for link in self.projection.links if link.type == kind]

    def ids(self, label: str) -> dict[str, str]:
        """Ids by the compiler's key."""
        return {self.keys[node.id]: node.id for node in self.of(label) if node.id in self.keys}

    def named(self, label: str, name: str) -> str:
        (found,) = [node.id for node in self.of(label) if node.properties["name"] == name]
        return found

    def issues(self, what: str) -> dict[str | None, list[int]]:
        """Rows of the issues whose words begin so, by column."""
        found: defaultdict[str | None, list[int]] = defaultdict(list)
        for one in self.loads:
            for issue in one.issues:
                if issue.what.startswith(what):
                    found[issue.column].append(issue.row)
        return dict(found)


def loaded(folder: Path, paths: Sequence[Path], *, zone: str) -> Loaded:
    """A new case with these files, loaded as a user does: published too."""
    case = Case.create(folder, title=folder.name, zone=zone)
    loads = load(case, paths)
    return Loaded(case, loads, project(case.state))


def entered(folder: Path, paths: Sequence[Path], *, zone: str) -> Loaded:
    """The same without an engine."""
    case = Case.create(folder, title=folder.name, zone=zone)
    loads = [prepare(path, lambda reading, _: choose(reading.tables, shipped())) for path in paths]
    with case.writing(), case.journal.appending() as journal:
        for one in loads:
            harvest(one, case)
            enter(case, journal, one)
    return Loaded(case, loads, project(case.state))


@contextmanager
def embedded(folder: Path, projection: Projection) -> Iterator[Served]:
    """An embedded server with this projection, ended afterwards."""
    with open_engine("embedded", folder) as engine:
        yield Served(engine, engine.publish(projection))
    ArcadeEngine(folder).stop()


def without_evidence(projection: Projection) -> Projection:
    """The same things and links, but no claims and no sources."""
    kept = [node for node in projection.nodes if not schema.NODE[node.label].evidence]
    links = [link for link in projection.links if not schema.LINK[link.type].evidence]
    return replace(projection, nodes=tuple(kept), links=tuple(links))
