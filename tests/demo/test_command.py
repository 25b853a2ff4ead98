"""The first screen: what `linkage demo` prints and leaves, and that what it suggests runs."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
from pathlib import Path

import pytest

from queries.desk import demo
from queries.desk.resolve import Resolved
from tests.cli.folder import contents
from tests.cli.program import Ran
from tests.demo.made import APART, FOLDER, Made, run
from viz.page import vendored

NO_MODES = os.name == "nt"


@pytest.fixture(scope="module")
def tried(made: Made) -> list[tuple[list[str], Ran]]:
    """Each command line it suggests, run in the folder it says to go to: but a review, which needs a terminal."""
    folder, lines = made.suggested()
    return [(line, run(*line, at=folder)) for line in lines if line != ["review"]]


def everything(folder: Path) -> dict[str, str]:
    """Hashes of all that the demo left, without what comes and goes with the graph server."""
    beside = {path for path in folder.rglob("*") if path.is_file() and "case" not in path.relative_to(folder).parts[:1]}
    hashes = {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in beside}
    return hashes | {f"case/{path}": hash_ for path, hash_ in contents(folder / "case").items()}


def test_it_says_where_the_files_and_the_case_are(made: Made) -> None:
    first = made.ran.out.splitlines()[0]
    for part in (demo.FILES, demo.CASE):
        path = Path(FOLDER, part)
        assert re.search(rf"\b{re.escape(str(path))}\b", first)
        assert (made.at / path).is_dir()


def test_it_reports_each_file_that_was_loaded(made: Made) -> None:
    report = made.ran.out.split("\n1. ")[0]
    for path in (made.folder / demo.FILES).iterdir():
        assert path.is_dir() or re.search(rf"^\s*{re.escape(path.name)}\s+\d+", report, re.MULTILINE), path.name


def test_eight_questions_come_in_order_each_with_its_answer(made: Made) -> None:
    parts = re.split(r"^(\d)\. ", made.ran.out.split("\nTo look at\n")[0], flags=re.MULTILINE)[1:]
    assert parts[::2] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    for text, question in zip(parts[1::2], demo.QUESTIONS, strict=True):
        assert text.startswith(f"{question.asks}\n")
        answer = demo.answer(demo.Demo(made.folder, made.case, (), Resolved()), question)
        assert answer.rows
        assert answer.caveat in text
        assert answer.query_hash[:12] in text


def test_page_and_export_are_there_for_the_owner_alone(made: Made) -> None:
    look = made.ran.out.split("\nTo look at\n")[1].split("\n\n")[0].splitlines()
    page, export = (made.at / line.split("   ")[0].strip() for line in look)
    assert (page, export) == (made.folder / demo.PAGE, made.folder / demo.EXPORT)
    names = {path.name for path in export.iterdir()}
    assert {"graph.graphml", "rows.csv", "nodes.csv", "links.csv", "manifest.json"} <= names
    if not NO_MODES:
        assert {stat.S_IMODE(path.stat().st_mode) for path in (page, *export.iterdir())} == {0o600}
        assert {stat.S_IMODE(path.stat().st_mode) for path in (export, made.folder / demo.CASE)} == {0o700}


def test_the_export_is_of_the_graph_that_the_page_shows(made: Made) -> None:
    manifest = json.loads((made.folder / demo.EXPORT / "manifest.json").read_text("utf-8"))
    told = json.dumps(manifest)
    graph = re.search(r"graph ([0-9a-f]{12})", made.ran.out)
    assert graph and graph[1] in told
    assert graph[1] in (made.folder / demo.PAGE).read_text("utf-8")


def test_the_page_names_no_address(made: Made) -> None:
    page = (made.folder / demo.PAGE).read_text("utf-8").replace(vendored.vis_network(), "")
    assert set(re.findall(r"https?://[^\s\"'<]+", page)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"""(?:src|href|action|url)\s*[=(]\s*["']?(?:https?:)?//""", page)


def test_nothing_is_written_elsewhere(made: Made) -> None:
    assert [path.name for path in made.at.iterdir()] == [FOLDER]
    assert {path.name for path in made.folder.iterdir()} == {demo.FILES, demo.CASE, demo.PAGE, demo.EXPORT}
    for name in APART:
        assert list((made.at.parent / f"{made.at.name}-{name}").iterdir()) == []


def test_each_command_it_suggests_runs_in_the_case(made: Made, tried: list[tuple[list[str], Ran]]) -> None:
    folder, _ = made.suggested()
    assert folder == made.folder / demo.CASE
    assert len(tried) >= 4
    for line, ran in tried:
        assert (ran.code, ran.err) == (0, ""), line
        assert ran.out.strip(), line


def test_it_suggests_a_review_since_something_waits_for_a_person(made: Made) -> None:
    folder, lines = made.suggested()
    assert ["review"] in lines
    ran = run("review", at=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "terminal" in ran.err


def test_the_suggested_question_has_the_rows_of_the_demo(tried: list[tuple[list[str], Ran]]) -> None:
    (ran,) = (ran for line, ran in tried if line[:2] == ["query", demo.QUESTIONS[1].query])
    assert demo.QUESTIONS[1].query in ran.out
    assert "recognised" in ran.out


def test_a_second_demo_in_the_same_folder_refuses_in_one_line_and_changes_nothing(made: Made) -> None:
    before = everything(made.folder)
    again = run("demo", FOLDER, at=made.at)
    assert (again.code, again.out) == (2, "")
    assert re.fullmatch(rf"linkage: {FOLDER} is not empty: [^\n]+\n", again.err)
    assert everything(made.folder) == before


def test_a_file_of_that_name_is_not_touched_either(tmp_path: Path) -> None:
    at = tmp_path / "somewhere"
    at.mkdir()
    (at / FOLDER).write_text("a letter\n", "utf-8")
    ran = run("demo", FOLDER, at=at)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert (at / FOLDER).read_text("utf-8") == "a letter\n"
    assert [path.name for path in at.iterdir()] == [FOLDER]
