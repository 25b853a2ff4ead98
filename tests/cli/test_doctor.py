"""`linkage doctor`: what it sees is said, what it cannot see is called unknown, and each has one line what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph.engine import Result
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.engine.conformance import KNOWN
from graph.kept import machine
from queries.desk.doctor import doctor
from tests.cli.program import inside
from tests.cli.test_everyday import ASKED

LINE = re.compile(r"(good   |TO DO  |unknown) +([a-z]+): \S.*")


def findings(out: str) -> dict[str, tuple[str, str]]:
    """State and text by what was looked at."""
    lines = [line for line in out.splitlines() if re.match(LINE, line)]
    return {line[9:].split(":")[0]: (line[:7].strip(), line.split(": ", 1)[1]) for line in lines}


@pytest.mark.parametrize(("known", "state"), [(True, "good"), (False, "TO DO"), (None, "unknown")])
def test_the_disk_and_swap(shared_case: Path, monkeypatch: pytest.MonkeyPatch, known: bool | None, state: str) -> None:
    monkeypatch.setattr(machine, "encrypted", lambda *_: known)
    monkeypatch.setattr(machine, "swap", lambda *_: None if known is None else {"/dev/sdz": known})
    monkeypatch.setattr(machine, "crash_handler", lambda *_: {True: "", False: "/usr/bin/keeper", None: None}[known])
    ran = inside("doctor", case=shared_case)
    assert (ran.code, ran.err) == (0, "")
    seen = findings(ran.out)
    assert {seen["disk"][0], seen["swap"][0]} == {state}
    assert known is True or seen["crashes"][0] == state
    assert ran.out.count("→") >= (0 if known else 3)


def test_what_is_not_good_has_one_line_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for known in (True, False, None):
        monkeypatch.setattr(machine, "encrypted", lambda *_, known=known: known)
        monkeypatch.setattr(machine, "swap", lambda *_, known=known: {"/dev/sdz": known})
        for finding in doctor(None):
            assert bool(finding.do) == (finding.state != "good"), finding
            assert "\n" not in finding.says + finding.do


def test_who_may_read_the_case(fresh: Path) -> None:
    assert findings(inside("doctor", case=fresh).out)["readers"][0] == "good"
    (fresh / "originals" / "ab").mkdir(mode=0o755)
    state, says = findings(inside("doctor", case=fresh).out)["readers"]
    assert state == "TO DO" and "others on this computer may read" in says
    fresh.chmod(0o755)
    ran = inside("doctor", case=fresh)
    assert "is closed to them now, and 1 of" in ran.err and ran.err.count("\n") == 1
    assert findings(ran.out)["readers"][0] == "good"


def test_the_engine_and_its_versions(shared_case: Path) -> None:
    seen = findings(inside("doctor", case=shared_case).out)
    assert re.fullmatch(r"ArcadeDB \d+\.\d+\S* \(embedded\), on which Linkage was tried", seen["engine"][1])
    assert re.search(r"Python 3\.\d+\.\d+, SQLite 3\.\d+", seen["python"][1])
    assert re.search(r"linkage \d.*arcadedb \d.*neo4j \d", seen["libraries"][1])


def test_an_engine_that_nobody_tried_is_said_here_and_beside_each_answer(
    shared_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = inside("query", *ASKED, case=shared_case)
    monkeypatch.setattr(ArcadeEngine, "version", lambda _: "ArcadeDB 99.1")
    state, says = findings(inside("doctor", case=shared_case).out)["engine"]
    assert state == "TO DO" and "ArcadeDB 99.1" in says
    asked = inside("query", *ASKED, case=shared_case)
    assert "Answered by ArcadeDB 99.1, on which Linkage was not tried" in asked.out
    assert "was not tried" not in tried.out + tried.err


def test_an_engine_out_of_reach_is_said(fresh: Path) -> None:
    settings = (fresh / "case.toml").read_text("utf-8")
    (fresh / "case.toml").write_text(settings.replace('"embedded"', '"bolt://127.0.0.1:1"'), "utf-8")
    state, _ = findings(inside("doctor", case=fresh).out)["engine"]
    assert state == "TO DO"


@pytest.mark.neo4j
@pytest.mark.engine
def test_a_server_says_its_version(neo4j_uri: str, fresh: Path) -> None:
    settings = (fresh / "case.toml").read_text("utf-8")
    (fresh / "case.toml").write_text(settings.replace('"embedded"', f'"{neo4j_uri}"'), "utf-8")
    assert re.match(r"Neo4j \d+\.\d+", findings(inside("doctor", case=fresh).out)["engine"][1])


def test_a_server_that_lets_one_query_take_all_memory_is_said(shared_case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ArcadeEngine, "unbounded", lambda _: ["db.memory.transaction.max"])
    ran = inside("doctor", case=shared_case)
    assert findings(ran.out)["engine"][0] == "TO DO"
    assert "sets there db.memory.transaction.max, for example to 512M" in ran.out


def test_without_a_case_it_looks_at_the_computer(tmp_path: Path) -> None:
    ran = inside("doctor", cwd=tmp_path)
    assert ran.code == 0 and {"disk", "swap", "room", "python"} <= findings(ran.out).keys()
    assert "readers" not in findings(ran.out)


def test_the_engine_is_asked_what_engines_are_known_to_err_in(shared_case: Path) -> None:
    ran = inside("doctor", "--engine", case=shared_case)
    assert ran.code == 0
    seen = findings(ran.out)
    assert seen["dates"] == ("good", "13 of 13 answered rightly")
    assert re.fullmatch(r"3 of 3 answered rightly, on [1-9]\d* links of command", seen["paths"][1])
    assert seen["known"][1].split(": ")[1].split("; ") == [check.what for check in KNOWN]
    assert not {"dates", "paths", "known"} & findings(inside("doctor", case=shared_case).out).keys()


def test_an_engine_that_errs_is_said(shared_case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = ArcadeEngine.ask
    wrong = {"WHERE r.id IS NULL": "", "min(at)": "collect(at)[0]", "max(at)": "collect(at)[0]"}

    def ask(engine: ArcadeEngine, cypher: str, *given: Any, **bounds: Any) -> Result:
        for text, instead in wrong.items():
            cypher = cypher.replace(text, instead)
        return right(engine, cypher, *given, **bounds)

    monkeypatch.setattr(ArcadeEngine, "ask", ask)
    seen = findings(inside("doctor", "--engine", case=shared_case).out)
    assert seen["dates"][0] == seen["paths"][0] == "TO DO"
    assert "the last of times" in seen["dates"][1] and "a condition that no link meets" in seen["paths"][1]


def test_a_case_without_a_graph_or_no_case_is_said(fresh: Path, tmp_path: Path) -> None:
    assert findings(inside("doctor", "--engine", case=fresh).out)["answers"][0] == "TO DO"
    ran = inside("doctor", "--engine", cwd=tmp_path)
    assert ran.code == 2 and "there is none here" in ran.err
