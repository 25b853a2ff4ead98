"""A case with one load, a second load or an export that is killed, and what must hold afterwards."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from graph.decided.entry import Kind
from graph.engine.arcadedb import files
from graph.engine.arcadedb import server as serving
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.engine.setting import open_engine
from graph.errors import LinkageError
from graph.kept.case import Case
from graph.project import project
from tests.cli import republic
from tests.cli.folder import ENGINES_OWN
from tests.cli.program import SECONDS, Ran, environment, inside
from tests.neo4j import server
from tests.neo4j.patience import patience
from tests.trust.killed import points, under
from tests.trust.killed.points import Moment, Plan

EXPORT = ("export", "command/chain_up", "--unit", "9 Watch Company", "--on", "1983-01-01", "--within", "any")
PARTS = {"load": ("journal", "projection", "swap"), "export": ("export",)}
"""The parts of the work of each command."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a journal holds, its chain being whole."""

    loads: int
    mentions: int
    claims: int


@dataclass(frozen=True)
class Scene:
    """`folder`: for the case that is copied, `graph`: its engine."""

    folder: Path
    graph: str
    learnt: dict[str, Undisturbed] = field(default_factory=dict)
    """By command; the same whatever the address of the server is."""

    @property
    def embedded(self) -> bool:
        """Whether the graph lies in the case."""
        return self.graph == "embedded"

    def made(self) -> Scene:
        """With the first load in it."""
        self.folder.mkdir()
        coast = republic.roster(25, "Coast")
        (self.folder / "first.tsv").write_text(republic.roster(12), "utf-8")
        (self.folder / "second.tsv").write_text(f"{coast}one cell alone\n", "utf-8")
        if not self.embedded:
            server.empty(self.graph)
        for ran in (
            inside("init", self.folder / "case", "--zone", "Europe/Paris", "--graph", self.graph),
            inside("load", self.folder / "first.tsv", case=self.folder / "case"),
        ):
            assert ran.code == 0, ran
        ArcadeEngine(self.folder / "case" / "graph").stop()
        return self

    def copied(self, root: Path) -> Path:
        """The case in another folder, as it was made."""
        shutil.copytree(self.folder / "case", root / "case")
        if not self.embedded:
            self.publish(root)
        return root

    def publish(self, root: Path) -> None:
        """What the case holds, on the server, and nothing else."""
        server.empty(self.graph)
        with Case(root / "case") as case, open_engine(self.graph, root) as engine:
            engine.publish(project(case.state))

    def words(self, what: str, root: Path) -> tuple[str, ...]:
        """The command that may be killed."""
        if what == "load":
            return ("load", str(self.folder / "second.tsv"))
        return (*EXPORT, "--as", "csv,graphml", "--profile", "internal", "--out", str(root / "out"))

    def run(self, what: str, root: Path, plan: Plan) -> Ran:
        """It, in a process of its own, killed as planned."""
        process = subprocess.Popen(
            [*under.COMMAND, plan.as_text(), *self.words(what, root)],
            cwd=under.ROOT,
            env=environment(root / "case"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        out, err = process.communicate(timeout=SECONDS)
        if plan.everybody and process.returncode < 0:
            for pid in Path(plan.folder, points.PIDS).read_text("ascii").split():
                points.end(int(pid))
        return Ran(process.returncode, out, err)

    @cached_property
    def before(self) -> Held:
        """What the copied case holds."""
        return held(self.folder / "case")

    def undisturbed(self, what: str) -> Undisturbed:
        """The command with nobody killed."""
        if what not in self.learnt:
            root = self.copied(self.folder / "undisturbed")
            moments = self.noted(what, root, "")
            end(root)
            self.learnt[what] = Undisturbed(moments, held(root / "case"), names(root), contents(root / "out"), graph(root))
            shutil.rmtree(root)
        return self.learnt[what]

    def noted(self, what: str, root: Path, naive: str) -> tuple[Moment, ...]:
        """The moments of a command, with nobody killed."""
        notes = self.folder / f"notes-{what}-{naive}"
        notes.mkdir()
        plan = Plan(str(root), str(notes), part="export" if what == "export" else "", naive=naive)
        ran = self.run(what, root, plan)
        assert (ran.code, ran.err) == (0, ""), ran
        return tuple(points.moments(plan))

    def faults(self, what: str, root: Path, ran: Ran, *, deep: bool = True) -> list[str]:
        """What is not as it must be after a kill, and after the next command. `deep`: `verify` reads all back once more."""
        case, whole, found = root / "case", self.undisturbed(what), untrue(ran)
        try:
            there = held(case)
        except LinkageError as error:
            return [f"the journal: {error}"]
        if there not in (self.before, whole.held):
            found.append(f"half a load: {there}")
        stands = there == whole.held if what == "load" else (root / "out").exists()
        found += untrue_of_a_load(ran, stands) if what == "load" else []
        if what == "load" or not stands:
            then = inside(*self.words(what, root), case=case)
            if (then.code, then.err) != (0, ""):
                found.append(f"the next command: {then.complaint}")
            if what == "load" and ("already loaded" in then.out) != stands:
                found.append(f"already loaded? {stands}, and it says: {then.out[:60]}")
        found += refused_rows(case, names(root), whole.names)
        if deep and (checked := inside("verify", case=case)).code:
            found.append(f"verify: {checked.complaint}")
        end(root)
        if what == "export" and not released(case):
            found.append("an export of which the journal knows nothing")
        for name, one, other in (
            ("journal", held(case), whole.held),
            ("graph", graph(root), whole.graph),
            ("export", contents(root / "out"), whole.exported),
        ):
            if one != other:
                found.append(f"another {name}: {one}")
        if names(root) != whole.names:
            found.append(f"left over or missing: {sorted(names(root) ^ whole.names)}")
        return found


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What comes of a command where nobody is killed."""

    moments: tuple[Moment, ...]
    held: Held
    names: frozenset[str]
    exported: dict[str, str]
    graph: str


def held(case: Path) -> Held:
    """IntegrityError where the chain does not hold."""
    with Case(case) as opened:
        opened.journal.verify()
        loads = list(opened.journal.entries(Kind.LOAD))
        tables = [opened.journal._db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("mention", "claim")]
        return Held(len(loads), *tables)


def released(case: Path) -> bool:
    """Whether the journal says that something left."""
    with Case(case) as opened:
        return any(opened.journal.entries(Kind.RELEASE))


def graph(root: Path) -> str:
    """The hash of what is said to be served, or why there is none; `verify` has read it back."""
    with Case(root / "case") as case:
        if case.settings.graph == "embedded":
            current = files.read_current(case.graph_folder)
            marker = current.marker if current and files.intact(case.graph_folder, current) else None
        else:
            try:
                with open_engine(case.settings.graph, root) as engine:
                    marker = engine.marker()
            except LinkageError as error:
                return str(error)
    return marker.hashes.graph if marker else "none"


def contents(folder: Path) -> dict[str, str]:
    """The files of an export by name, each with its SHA-256; but of a manifest only what it says of the others."""
    found = {}
    for path in folder.iterdir() if folder.exists() else ():
        text = path.read_bytes()
        if path.name == "manifest.json":
            try:
                text = json.dumps(json.loads(text)["files"]).encode()
            except ValueError:
                text = b"not whole"
        found[path.name] = hashlib.sha256(text).hexdigest()
    return found


def names(root: Path) -> frozenset[str]:
    """Every file and folder that is there; of the graph what lies at its top or is half-built, and how many databases."""
    found = set()
    for path in root.rglob("*"):
        inner = path.relative_to(root).parts
        below = inner[2:] if inner[:2] == ("case", "graph") else None
        if below is None or (len(below) == 1 and below[0] not in ENGINES_OWN) or below[:1] == (files.BUILDING,):
            found.add("/".join(inner))
    databases = root / "case" / "graph" / files.DATABASES
    count = len(list(databases.iterdir())) if databases.is_dir() else 0
    return frozenset({*found, f"{count} databases"})


def untrue(ran: Ran) -> list[str]:
    """What is wrong with the message of a command that was not killed itself."""
    if ran.code <= 0 or (ran.err.count("\n") == 1 and "internal error" not in ran.err):
        return []
    return [f"no message of one line: {ran.err!r}"]


def untrue_of_a_load(ran: Ran, stands: bool) -> list[str]:
    """What it says of the case against what is so."""
    found = []
    if "as it was" in ran.err and stands:
        found.append("it says that the case is as it was")
    if ("in the journal" in ran.err or "read by" in ran.out) and not stands:
        found.append("it says that the load stands")
    if ran.code == 0 and not stands:
        found.append("it ended well, and nothing stands")
    return found


def refused_rows(case: Path, there: frozenset[str], whole: frozenset[str]) -> list[str]:
    """What a load refused is written to a file after it stands. Where that was not done, `status` says what does it."""
    for path in [Path(name) for name in whole - there if name.startswith("case/rejects/")]:
        load = path.name.partition("-")[0]
        if f"`linkage rejects {load}`" not in inside("status", case=case).out:
            return [f"{path} is not there, and nobody says so"]
        if (ran := inside("rejects", load, case=case)).code:
            return [f"rejects: {ran.complaint}"]
    return []


def end(root: Path) -> None:
    """The graph server of a case; it tidies up before it goes, which takes its time on a busy machine."""
    graph = root / "case" / "graph"
    ArcadeEngine(graph).stop()
    for _ in patience(SECONDS) if graph.is_dir() else ():
        if not serving.running(graph):
            return
        time.sleep(0.05)
