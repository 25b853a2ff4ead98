"""The demo as its user gets it: made once for all tests by the command itself, and never changed by one of them."""

from __future__ import annotations

import contextlib
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from graph.answer import Answer
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.case import Case
from queries.desk.query import ask
from tests.cli.program import COMMAND, SECONDS, Ran, environment
from tests.demo.truth import Truth, truth

FOLDER = "republic"
APART = ("home", "temporary")
"""Where a program might leave something that nobody asked for."""


@dataclass(frozen=True)
class Made:
    """`at`: where the command was started; the demo is in a folder of it. `ran`: how it ended and what it printed."""

    at: Path
    ran: Ran

    @property
    def folder(self) -> Path:
        return self.at / FOLDER

    @cached_property
    def case(self) -> Case:
        return Case(self.folder / "case")

    @cached_property
    def keys(self) -> dict[str, str]:
        """By entity, its key: a badge, a casefile, a code, a number, or casefile and letter of a man described."""
        state = self.case.state
        return {state.identity.root(ids[0]): key for (_, _, key), ids in state.keys().items()}

    @cached_property
    def in_press(self) -> dict[str, str]:
        """By entity, the true badge of whom a newspaper names, and nobody has joined to an officer."""
        state = self.case.state
        badges = {name: badge for (_, name), badge in self.truth.in_press.items()}
        press = [load for load, body in state.loads.items() if body["mapping_name"] == "demo-press"]
        read = {mention.id for load in press for mention in self.case.journal.mentions(load) if mention.what == "Person"}
        said = {held.claim.about: str(held.claim.value) for held in state.claims if held.claim.property == "aliases"}
        found = {state.identity.root(mention): badges[said[mention]] for mention in read}
        return {thing: badge for thing, badge in found.items() if thing not in self.keys}

    @cached_property
    def truth(self) -> Truth:
        return truth()

    @cached_property
    def units(self) -> dict[str, str]:
        """By code, the entity."""
        state = self.case.state
        return {key: state.identity.root(ids[0]) for (what, _, key), ids in state.keys().items() if what == "Unit"}

    def ask(self, query: str, parameters: Mapping[str, object]) -> Answer:
        """All of the answer, weak and far rows included."""
        return ask(self.case, query, parameters, within=None)

    def suggested(self) -> tuple[Path, list[list[str]]]:
        """What it says to try next: the folder to go to, and the arguments of each command line."""
        lines = self.ran.out.split("\nTo try next\n")[1].splitlines()
        words = [shlex.split(re.split(r"\s{3,}", line.strip())[0]) for line in lines]
        assert words[0][0] == "cd"
        assert all(line[0] == "linkage" for line in words[1:])
        return self.at / words[0][1], [line[1:] for line in words[1:]]


def run(*arguments: object, at: Path) -> Ran:
    """A command as a process of its own, with a home and a place for temporary files beside the folder it is started in."""
    apart = {name: at.parent / f"{at.name}-{name}" for name in APART}
    for folder in (at, *apart.values()):
        folder.mkdir(exist_ok=True)
    more = {"HOME": str(apart["home"]), "TMPDIR": str(apart["temporary"]), "LINKAGE_IDLE_SECONDS": "5"}
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=environment(None, more),
        cwd=at,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@contextlib.contextmanager
def whole(base: Path) -> Iterator[Made]:
    """The demo, made below this folder; its graph server is ended afterwards."""
    at = base / "demo"
    ran = run("demo", FOLDER, at=at)
    assert (ran.code, ran.err) == (0, ""), ran.err
    made = Made(at, ran)
    yield made
    made.case.close()
    ArcadeEngine(made.case.graph_folder).stop()
