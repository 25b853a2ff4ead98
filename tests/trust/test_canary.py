"""No written form of a protected name is in any byte that leaves, whether the rows show the person or not."""

from __future__ import annotations

import base64
import gzip
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import new_case, removed
from tests.cli.program import inside
from tests.promises import Promise
from tests.trust.canaries import Canary, bare, canaries, cores
from tests.trust.named_after import HEAD, HERE, OFFICER, loaded
from tests.trust.written import written

EVERYTHING = "LINKAGE_TEST_ALL" in os.environ
OUTSIDE = ("prosecutor", "public")
PERIOD = ("--from", "1991-05-01", "--to", "1991-05-20")
QUESTIONS: dict[str, tuple[str, ...]] = {
    "command/commanders_at_station": ("--station", HERE, *PERIOD),
    "command/chain_down": ("--unit", HEAD),
    "command/chain_up": ("--unit", "NAMED AFTER", "--on", "1991-05-03"),
    "command/holders_of_command": ("--unit", "NAMED AFTER", "--on", "1991-05-03"),
    "command/career": ("--person", OFFICER),
    "command/command_of": ("--person", OFFICER),
    "colocation/co_detained": ("--station", HERE),
    "colocation/victim_and_officer": ("--victim", "HELD", "--station", HERE),
    "colocation/co_detained_with": ("--person", "HELD"),
    "pattern/station_pattern": ("--station", HERE),
    "pattern/repeat_perpetrators": ("--min_events", "1"),
    "evidence/single_source": ("--unit", "NAMED AFTER"),
}
"""HELD is somebody held where everything happens, NAMED AFTER a unit that is called after somebody else."""
PERSONS = (*canaries(), *written())
"""Fifty by each of two hands. All are protected in each case."""
BATCHES = 20
"""A case that a busy machine still answers about has the forms of five persons, of other kinds each."""

pytestmark = [pytest.mark.trust("no written form of a protected name leaves"), pytest.mark.slow]


@dataclass(frozen=True)
class NamedAfter:
    """A case, and whom things in it are named after."""

    folder: Path
    persons: Sequence[Canary]

    def options(self, query: str) -> list[str]:
        said = {"HELD": self.persons[1].name, "NAMED AFTER": f"{self.persons[0].forms[3]} Squad"}
        return [said.get(option, option) for option in QUESTIONS[query]]


@pytest.fixture(scope="module", params=range(BATCHES if EVERYTHING else 1))
def named_after(
    graph_server: None, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[NamedAfter]:
    persons = [PERSONS[BATCHES * place + (request.param + place) % BATCHES] for place in range(len(PERSONS) // BATCHES)]
    folder = new_case(tmp_path_factory.mktemp("cases") / "named-after")
    loaded(folder, persons, PERSONS)
    yield NamedAfter(folder, persons)
    removed(folder)


def exported(case: NamedAfter, query: str, profile: str, folder: Path) -> Iterator[str]:
    """The text of every file and its name: all formats of the export."""
    run(case, "export", query, profile, folder / "out", "--as", "csv,graphml")
    yield from (f"{path.name}\n{path.read_text('utf-8')}" for path in sorted((folder / "out").iterdir()))


def page(case: NamedAfter, query: str, profile: str, folder: Path) -> Iterator[str]:
    """The text of the page, and what is packed in it."""
    run(case, "page", query, profile, folder / "page.html")
    text = (folder / "page.html").read_text("utf-8")
    yield text
    yield from (gzip.decompress(base64.b64decode(packed)).decode() for packed in re.findall(r"gz:([A-Za-z0-9+/=]+)", text))


def run(case: NamedAfter, command: str, query: str, profile: str, out: Path, *more: str) -> None:
    to = () if profile == "internal" else ("--for", "The Gazette")
    options = (*case.options(query), "--profile", profile, *to, "--out", out, *more)
    done = inside(command, query, *options, case=case.folder)
    assert done.code == 0, done.err
    assert out.exists()


@pytest.mark.parametrize("profile", OUTSIDE)
@pytest.mark.parametrize("query", QUESTIONS)
def test_no_form_of_a_protected_name_leaves(
    named_after: NamedAfter, query: str, profile: str, tmp_path: Path, promise: Promise
) -> None:
    texts = (*exported(named_after, query, profile, tmp_path), *page(named_after, query, profile, tmp_path))
    letters = "\n".join(map(bare, texts))
    assert {person.name: core for person in PERSONS for core in cores(person) if core in letters} == {}
    promise.tried(sum(len(person.forms) for person in canaries()))


def test_control_unredacted_nearly_every_form_is_there(named_after: NamedAfter, tmp_path: Path, promise: Promise) -> None:
    text = "\n".join(exported(named_after, "command/commanders_at_station", "internal", tmp_path))
    there = [form in text for person in named_after.persons for form in person.forms]
    assert sum(there) >= 0.99 * len(there)
    promise.control(len(there), sum(there))


@pytest.mark.parametrize("query", QUESTIONS)
def test_control_unredacted_each_question_names_somebody(
    named_after: NamedAfter, query: str, tmp_path: Path, promise: Promise
) -> None:
    letters = "\n".join(map(bare, exported(named_after, query, "internal", tmp_path)))
    assert any(core in letters for person in PERSONS for core in cores(person))


def test_control_every_form_is_one_that_the_search_would_find() -> None:
    assert min(len(person.forms) for person in PERSONS) >= 25
    assert all(any(core in bare(form) for core in cores(person)) for person in PERSONS for form in person.forms)


@pytest.mark.parametrize("command", ["export", "page"])
def test_what_is_written_is_not_called_after_somebody_protected(named_after: NamedAfter, command: str, tmp_path: Path) -> None:
    out = tmp_path / f"{named_after.persons[0].forms[5]}.html"
    given = ("command/career", "--person", OFFICER, "--profile", "public", "--for", "The Gazette", "--out", out)
    done = inside(command, *given, *(("--as", "csv") if command == "export" else ()), case=named_after.folder)
    assert (done.code, done.complaint) == (2, "the name of what is to be written names a protected person: choose another --out")
    assert not out.exists()
