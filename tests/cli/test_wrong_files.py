"""A file or a mapping that cannot be used: one line with file, row and remedy, and the case as it was."""

from __future__ import annotations

import json
from pathlib import Path
from unittest import mock

import pytest

from tests.cli import republic
from tests.cli.folder import contents
from tests.cli.program import Ran, inside, outside
from tests.cli.wrong_files import SECRET, WRONG_FILES
from tests.cli.wrong_mappings import WRONG_MAPPINGS

REAL = ("no such file", "a header twice", "a workbook cut off", "dates that read two ways")
"""Tried in a process of its own as well."""


def one_line(ran: Ran, *names: str) -> None:
    """Refused as the user's mistake, in one line that names these things and tells nothing of what the file holds."""
    assert ran.code == 2, ran
    assert ran.out == ""
    assert ran.err.count("\n") == 1 and ran.err.startswith("linkage: "), ran.err
    missing = [name for name in names if name not in ran.err]
    assert not missing, f"{missing} not in: {ran.err}"
    assert SECRET not in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize("kind", WRONG_FILES)
def test_file(kind: str, shared_case: Path, sheets: Path, tmp_path: Path) -> None:
    wrong = WRONG_FILES[kind]
    path, before = wrong.make(tmp_path), contents(shared_case)
    for run in (inside, outside) if kind in REAL else (inside,):
        one_line(run("load", path, *wrong.options, case=shared_case, cwd=sheets), *wrong.names)
        assert contents(shared_case) == before


@pytest.mark.parametrize("kind", WRONG_MAPPINGS)
def test_mapping(kind: str, shared_case: Path, sheets: Path, tmp_path: Path) -> None:
    text, names = WRONG_MAPPINGS[kind]
    (tmp_path / "own.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    before = contents(shared_case)
    ran = inside("load", sheets / "custody.csv", "--mapping", tmp_path / "own.toml", case=shared_case)
    faults = ran.err.splitlines()
    for fault in faults:  # one line each, and each says in which file
        one_line(Ran(ran.code, ran.out, f"linkage: {fault.removeprefix('linkage: ')}\n"), "own.toml")
    one_line(Ran(ran.code, ran.out, f"{' '.join(faults)}\n"), *names)
    assert contents(shared_case) == before


@pytest.mark.parametrize(
    ("given", "names"),
    [("no-such-mapping", ("no mapping is called", "sfm-mali-units")), ("absent.toml", ("absent.toml", "o such file")), (".", ())],
)
def test_mapping_that_is_not_there(given: str, names: tuple[str, ...], shared_case: Path, sheets: Path) -> None:
    before = contents(shared_case)
    one_line(inside("load", sheets / "custody.csv", "--mapping", given, case=shared_case), *names)
    assert contents(shared_case) == before


def test_one_wrong_file_among_good_ones(shared_case: Path, sheets: Path, tmp_path: Path) -> None:
    (tmp_path / "more.tsv").write_text(republic.roster(40), "utf-8")
    before = contents(shared_case)
    one_line(inside("load", tmp_path / "more.tsv", sheets / "absent.tsv", case=shared_case), "absent.tsv", "no such file")
    assert contents(shared_case) == before


def test_header_and_nothing_else(fresh: Path, tmp_path: Path) -> None:
    path = tmp_path / "roster.tsv"
    path.write_text(republic.table(republic.ROSTER_HEADER, [], "\t"), "utf-8")
    before = contents(fresh)
    one_line(inside("load", path, case=fresh), "roster.tsv", "no rows")
    assert contents(fresh) == before


def test_dates_are_asked_once_and_the_answer_is_kept(fresh: Path, sheets: Path, tmp_path: Path) -> None:
    wrong = WRONG_FILES["dates that read two ways"]
    path = wrong.make(tmp_path)
    done = inside("load", path, *wrong.options, "--dates", "day-first", case=fresh, cwd=sheets)
    assert done.code == 0, done.err
    assert answers(fresh) == [("dates", "day-first")]
    shown = inside("show", SECRET, case=fresh)
    assert "3 April 1987" in shown.out and "5 June 1987" in shown.out


@pytest.mark.parametrize(("century", "shown"), [("1930", "23 April 1987"), ("none", "no date: two digits of year (99/99/99)")])
def test_the_century_is_asked_once_and_the_answer_is_kept(
    century: str, shown: str, fresh: Path, sheets: Path, tmp_path: Path
) -> None:
    wrong = WRONG_FILES["years of two digits"]
    path = wrong.make(tmp_path)
    done = inside("load", path, *wrong.options, "--century", century, "--json", case=fresh, cwd=sheets)
    assert done.code == 0, done.err
    assert answers(fresh) == [("century", century)]
    again = inside("rejects", "lists.csv", case=fresh)
    assert (again.code, again.err) == (0, "")
    assert shown in (done.out if century == "none" else inside("show", SECRET, case=fresh).out)


def test_encoding_is_asked_once_and_the_answer_is_kept(fresh: Path, sheets: Path, tmp_path: Path) -> None:
    path = WRONG_FILES["an encoding nobody stated"].make(tmp_path)
    done = inside("load", path, "--mapping", "custody.toml", "--encoding", "cp1251", case=fresh, cwd=sheets)
    assert done.code == 0, done.err
    assert answers(fresh) == [("encoding", "cp1251")]
    assert inside("show", "суне орвальд", case=fresh).out.startswith("Person Суне Орвальд")


def answers(case: Path) -> list[tuple[str, str]]:
    from graph.decided.entry import Kind
    from graph.kept.case import Case

    with Case(case) as opened:
        return [(entry.body["question"], entry.body["answer"]) for entry in opened.journal.entries(Kind.ANSWER)]


def test_a_word_the_mapping_does_not_know_costs_the_row_and_no_more(fresh: Path, sheets: Path, tmp_path: Path) -> None:
    rows = [(SECRET, "Dom Kastel", "", "", "4th Watch", "Bero Tashkal", post, "") for post in ("deputy", "acting king", "deputy")]
    (tmp_path / "lists.csv").write_text(republic.custody(*rows), "utf-8")
    ran = inside("load", tmp_path / "lists.csv", "--mapping", "custody.toml", "--json", case=fresh, cwd=sheets)
    assert (ran.code, ran.err) == (0, "")
    (report,) = json.loads(ran.out)
    assert [(r["row"], r["column"]) for r in report["rejects"]] == [(3, "post")]
    assert "add it to the mapping" in report["rejects"][0]["reason"] and SECRET not in ran.out
    assert report["rows"] == 3 and report["mentions"]["HELD_AT"] + len(report["rejects"]) == report["rows"]
    kept = next((fresh / "rejects").glob("*-rejects.csv")).read_text("utf-8")
    assert "acting king" in kept  # the refused record itself, inside the case


def test_what_a_link_cannot_hold_costs_the_row_and_no_more(fresh: Path, tmp_path: Path) -> None:
    wider = 'post = "post"\nfunction = { column = "post", matches = { "." = "deputy" }'
    (tmp_path / "own.toml").write_text(republic.CUSTODY.replace('function = { column = "post"', wider), "utf-8")
    row = (SECRET, "Dom Kastel", "", "", "4th Watch", "Bero Tashkal", "deputy" + "y" * 70_000, "")
    (tmp_path / "lists.csv").write_text(republic.custody(row, *republic.CUSTODY_ROWS), "utf-8")
    ran = inside("load", tmp_path / "lists.csv", "--mapping", tmp_path / "own.toml", "--json", case=fresh)
    assert ran.code == 0, ran.err
    (report,) = json.loads(ran.out)
    assert [reject["row"] for reject in report["rejects"]] == [2] and report["rows"] == 4
    assert inside("verify", case=fresh).code == 0


def test_what_the_graph_cannot_hold_is_refused_before_the_journal_has_it(fresh: Path, sheets: Path, tmp_path: Path) -> None:
    (tmp_path / "lists.csv").write_text(republic.custody((SECRET, "Dom Kastel", "", "", "4th Watch", "", "", "a line")), "utf-8")
    before = contents(fresh)
    with mock.patch("graph.engine.limits.LINK_BYTES", 10):  # no mapping is told how much a link may cite
        ran = inside("load", tmp_path / "lists.csv", "--mapping", "custody.toml", case=fresh, cwd=sheets)
    one_line(ran, "lists.csv", "not loaded", "the graph cannot hold it")
    assert contents(fresh) == before
