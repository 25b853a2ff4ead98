"""A command that goes wrong says how far it got: before the commit the case is as it was, after it what stands is said."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.decided.entry import Kind
from graph.decided.journal import Appender, Journal
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.errors import EngineError
from graph.kept import private
from graph.kept.case import Case
from queries.desk.outcome import recorded
from tests.cli import republic
from tests.cli.program import Ran, inside

FULL = OSError(28, "No space left on device")
AS_IT_WAS = "the case is as it was"


@pytest.fixture
def rosters(tmp_path: Path) -> tuple[Path, Path]:
    """Two rosters; of the second, two rows are refused."""
    one, other = tmp_path / "one.tsv", tmp_path / "other.tsv"
    one.write_text(republic.roster(6), "utf-8")
    other.write_text(republic.roster(9) + "=1+1\tlost\na row\tthat is short\n", "utf-8")
    return one, other


@pytest.fixture
def shared_copy(shared_case: Path, tmp_path: Path) -> Iterator[Path]:
    """A case with something in it, of one's own."""
    case = Path(shutil.copytree(shared_case, tmp_path / "case", ignore=shutil.ignore_patterns("graph")))
    yield case
    ArcadeEngine(case / "graph").stop()


def held(case: Path) -> tuple[int, list[str], list[str]]:
    """Entries, originals, and what else lies in the case beside what is always there."""
    with Case(case) as opened:
        opened.journal.verify()
        files = [str(path.relative_to(case)) for path in case.rglob("*") if path.is_file()]
        more = [name for name in files if name.startswith(("rejects", "review")) or ".linkage-" in name]
        return opened.journal.head[0], list(opened.originals.all()), sorted(more)


def raising(error: BaseException, *, at: int = 1) -> Callable[..., Any]:
    """A function that raises when it is called for the nth time."""
    calls = 0

    def fail(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == at:
            raise error

    return fail


NO_ROOM = "there is no room left for journal.db, or what this account may write is limited: make room, then try again"


def complaint(ran: Ran) -> str:
    (line,) = ran.err.strip().split("\n")
    return line.removeprefix("linkage: ")


# ---------------------------------------------------------------- before the commit


def test_a_wrong_file_says_that_nothing_was_loaded(fresh: Path, rosters: tuple[Path, Path], tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.pdf"
    wrong.write_bytes(b"%PDF-")
    ran = inside("load", rosters[0], wrong, case=fresh)
    assert (ran.code, complaint(ran).endswith(AS_IT_WAS)) == (2, True)
    assert held(fresh) == (0, [], [])


def test_no_room_for_an_original_leaves_none_of_them(
    fresh: Path, rosters: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    put, calls = private.put_file, 0

    def full(*arguments: Any, **named: Any) -> Path:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise FULL
        return put(*arguments, **named)

    with monkeypatch.context() as patched:
        patched.setattr("graph.kept.originals.put_file", full)
        ran = inside("load", *rosters, case=fresh)
    assert ran.code == 2
    assert "other.tsv" in complaint(ran) and "No space left on device" in ran.err and ran.err.rstrip().endswith(AS_IT_WAS)
    assert held(fresh) == (0, [], [])
    assert inside("load", *rosters, case=fresh).code == 0


def test_no_room_for_the_journal_is_said(fresh: Path, rosters: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    init = Journal.__init__

    def small(journal: Journal, path: Path) -> None:
        init(journal, path)
        journal._db.execute("PRAGMA max_page_count = 20")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "__init__", small)
        ran = inside("load", *rosters, case=fresh)
    assert ran.code == 1
    assert complaint(ran) == f"{NO_ROOM}; {AS_IT_WAS}"
    assert held(fresh) == (0, [], [])


@pytest.mark.parametrize("error", [KeyboardInterrupt(), FULL, RuntimeError("Ada Brum")])
def test_stopped_or_broken_before_the_commit(
    fresh: Path, rosters: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Appender, "load", raising(error))
        ran = inside("load", *rosters, case=fresh)
    assert AS_IT_WAS in complaint(ran)
    assert "Brum" not in ran.err
    assert held(fresh) == (0, [], [])


# ---------------------------------------------------------------- after the commit


def test_what_was_refused_could_not_be_written(
    fresh: Path, made: Callable[[str], Path], rosters: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    undisturbed = made("undisturbed")
    assert inside("load", *rosters, case=undisturbed).code == 0
    with monkeypatch.context() as patched:
        patched.setattr("queries.desk.rejects.put_file", raising(FULL))
        ran = inside("load", *rosters, "--json", case=fresh)
    assert ran.code == 1
    (one, other) = json.loads(ran.out)
    assert len(other["rejects"]) == 2
    assert complaint(ran) == (
        f"loads {one['load']}, {other['load']} stand in the journal; the refused rows of other.tsv could not be written"
        f" (No space left on device): make room, then `linkage rejects {other['load']}`"
    )
    assert f"`linkage rejects {other['load']}`" in inside("status", case=fresh).out
    assert inside("rejects", "other.tsv", case=fresh).code == 0
    assert "linkage rejects" not in inside("status", case=fresh).out
    (name,) = held(fresh)[2]
    assert (fresh / name).read_bytes() == (undisturbed / name).read_bytes()


def test_the_graph_could_not_be_built(fresh: Path, rosters: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(ArcadeEngine, "publish", raising(EngineError("the server is gone; start it")))
        ran = inside("load", rosters[0], case=fresh)
    assert (ran.code, "load 1" in ran.out) == (1, True)
    assert complaint(ran) == (
        "load 1 stands in the journal; the graph is not there yet (the server is gone; start it): the next command builds it"
    )
    assert inside("show", "1 Watch Company", case=fresh).code == 0


def test_stopped_after_the_commit(fresh: Path, rosters: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(ArcadeEngine, "publish", raising(KeyboardInterrupt()))
        ran = inside("load", rosters[0], case=fresh)
    assert ran.code == 1
    assert complaint(ran).startswith("load 1 stands in the journal; stopped: the next command builds the graph")
    assert held(fresh)[0] > 0


def test_resolving_says_what_is_recorded_and_what_is_not(shared_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("loaders.resolve.backlog.put_file", raising(FULL))
        ran = inside("resolve", case=shared_copy)
    assert (ran.code, ran.out.startswith("compared")) == (1, True)
    assert complaint(ran) == (
        "what rules joined is recorded; what waits for a person could not be kept (No space left on device):"
        " make room, then `linkage resolve` again"
    )
    assert inside("resolve", case=shared_copy).code == 0


@pytest.mark.parametrize(("entries", "note"), [(0, AS_IT_WAS), (1, "entry 1 stands"), (2, "entries 1 to 2 stand")])
def test_whatever_is_raised_says_which_entries_stand(fresh: Path, entries: int, note: str) -> None:
    body = {"mention": "x", "action": "copied"}
    with Case(fresh) as case, pytest.raises(RuntimeError) as raised, recorded(case):
        for _ in range(entries):
            case.journal.append(Kind.CUSTODY, body, "a tester")
        raise RuntimeError
    assert raised.value.__notes__[0].startswith(note)
