"""What was refused can be written again: the same bytes, from the journal and the originals alone."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.decided.entry import Kind
from graph.kept.case import Case
from graph.spreadsheet import exact
from loaders import demo
from loaders.load.attachments import MISSING, OUTSIDE, UNREADABLE
from loaders.load.unmet import UNMET
from queries.desk.load import load
from queries.desk.rejects import places_of, rejects, unwritten
from tests.cli import republic
from tests.cli.program import SECONDS, environment, inside
from tests.graph.test_spreadsheet import FORMULAS, computes

FILMS = """\
name = "films"
title = "Films of the guild"
recognised_by = ["film", "file"]

[thing.film]
label    = "Source"
name     = "film"
attached = "file"
"""

REFUSED = 200_000
MOST_MB = 150
"""A load of ten rows takes some 110; an object and a text for each of these took 176, and 396 as JSON."""

HIGH_WATER = """
import atexit, sys
from pathlib import Path
from queries.cli import main
status = Path("/proc/self/status")
atexit.register(lambda: print(int(status.read_text().split("VmHWM:")[1].split()[0]) // 1024, file=sys.stderr))
main()
"""


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def records(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.slow
def test_of_every_file_of_the_republic(tmp_path: Path) -> None:
    paths = demo.write(tmp_path / "files")
    with Case.create(tmp_path / "case", title="Velmoria", zone="Atlantic/Azores") as case:
        load(case, paths, publish=False)
        shutil.rmtree(tmp_path / "files")  # what is asked for comes from the case
        before = bytes_of(case.folder / "rejects")
        shutil.rmtree(case.folder / "rejects")
        loads = [entry.sequence for entry in case.journal.entries(Kind.LOAD)]
        known = {load for load in before if UNMET.encode() not in before[load]}  # what denies nothing shows in the graph alone
        assert set(unwritten(case, case.state.loads)) >= {int(name.split("-")[0]) for name in known}
        for sequence in loads:
            assert rejects(case, str(sequence)).otherwise == ()
        assert bytes_of(case.folder / "rejects") == before
        assert len(before) > 3 and unwritten(case, case.state.loads) == ()


def test_answers_that_a_person_gave_are_used_again(fresh: Path, tmp_path: Path) -> None:
    path = tmp_path / "custody.csv"
    (tmp_path / "custody.toml").write_text(republic.CUSTODY, "utf-8")
    path.write_bytes((republic.custody() + "Ада\n").encode("cp1251"))
    ran = inside("load", path, "--mapping", tmp_path / "custody.toml", "--encoding", "cp1251", case=fresh)
    assert ran.code == 0, ran.err
    before = bytes_of(fresh / "rejects")
    shutil.rmtree(fresh / "rejects")
    assert inside("rejects", "custody.csv", case=fresh).code == 0
    assert bytes_of(fresh / "rejects") == before
    assert any("Ада" in content.decode() for content in before.values())


def test_a_load_is_named_by_entry_file_or_hash(fresh: Path, tmp_path: Path) -> None:
    for name in ("roster.tsv", "another.tsv"):
        path = tmp_path / name
        path.write_text(republic.roster(4 + len(name)) + "too short\n", "utf-8")
        assert inside("load", path, case=fresh).code == 0
    (tmp_path / "again").mkdir()
    path = Path(shutil.copy(tmp_path / "another.tsv", tmp_path / "again" / "roster.tsv"))
    path.write_text(republic.roster(3), "utf-8")
    assert inside("load", path, case=fresh).code == 0
    with Case(fresh) as case:
        one, other, third = case.journal.entries(Kind.LOAD)
    for named in (str(other.sequence), "another.tsv", other.body["file"], other.body["file"][:9].upper()):
        ran = inside("rejects", named, "--json", case=fresh)
        assert json.loads(ran.out) == {
            "load": other.sequence,
            "file": "another.tsv",
            "rejects": 1,
            "issues": 0,
            "files": [str(places_of(Case(fresh), other.sequence)[0])],
            "otherwise": [],
        }
    several = inside("rejects", "roster.tsv", case=fresh)
    assert several.code == 2
    assert [line.split()[0] for line in several.err.splitlines()[1:]] == [str(one.sequence), str(third.sequence)]
    for nobody in ("999", "ros", "nothing.tsv", "", other.body["file"][:3]):
        assert (inside("rejects", nobody, case=fresh).code) == 2
    assert "nothing to write" in inside("rejects", str(third.sequence), case=fresh).out


def test_an_original_that_is_gone_is_said(fresh: Path, tmp_path: Path) -> None:
    path = tmp_path / "roster.tsv"
    path.write_text(republic.roster(3), "utf-8")
    assert inside("load", path, case=fresh).code == 0
    with Case(fresh) as case:
        (sha256,) = case.originals.all()
        case.originals.path(sha256).unlink()
    ran = inside("rejects", "roster.tsv", case=fresh)
    assert (ran.code, "is missing: restore it from a backup" in ran.err) == (1, True)


def test_no_cell_of_what_is_written_computes_and_nothing_is_lost(fresh: Path, tmp_path: Path) -> None:
    path = tmp_path / "roster.tsv"
    lines = [text for text in FORMULAS if not set(text) & set('\n\r"')]
    path.write_text(republic.roster(3) + "".join(f"{text}\n" for text in lines), "utf-8")
    assert inside("load", path, case=fresh).code == 0
    (written,) = (fresh / "rejects").iterdir()
    for record in records(written):
        assert not [cell for cell in record.values() if computes(cell)]
    assert [exact(record["record"]) for record in records(written)] == lines
    assert len(lines) > 20 and any(map(computes, lines))


@pytest.mark.slow
@pytest.mark.parametrize("how", [(), ("--json",)])
def test_a_file_that_is_refused_to_its_end_does_not_fill_the_memory(fresh: Path, tmp_path: Path, how: tuple[str, ...]) -> None:
    path = tmp_path / "roster.tsv"
    path.write_text(republic.roster(1) + "".join(f"tail {number}\tshort\n" for number in range(REFUSED)), "utf-8")

    def most_megabytes(*arguments: object) -> int:
        command = [sys.executable, "-c", HIGH_WATER, *map(str, arguments)]
        ran = subprocess.run(command, env=environment(fresh), capture_output=True, encoding="utf-8", timeout=SECONDS)
        assert ran.returncode == 0, ran.stderr
        if "--json" in arguments:
            assert len(json.loads(ran.stdout)[0]["rejects"]) == REFUSED
        return int(ran.stderr.split()[-1])

    assert most_megabytes("load", path, *how) <= MOST_MB
    (written,) = (fresh / "rejects").iterdir()
    before = written.read_bytes()
    refused = records(written)
    assert [record["record"] for record in refused] == [f"tail {number}\tshort" for number in range(REFUSED)]
    assert {int(record["line"]) - at for at, record in enumerate(refused)} == {int(refused[0]["line"])}
    assert {record["file"] for record in refused} == {"roster.tsv"} and all("2 cells" in record["reason"] for record in refused)
    written.unlink()
    assert most_megabytes("rejects", "roster.tsv") <= MOST_MB
    assert written.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("x" * 300, UNREADABLE),
        (f"{'d' * 200}/{'e' * 300}.mp4", MISSING),
        ("nowhere.mp4", MISSING),
        ("../films.csv", OUTSIDE),
        ("/etc/hostname", OUTSIDE),
        (".", MISSING),
        ("films.csv/x", MISSING),
        ("~root", MISSING),
        ("loop", None),
    ],
)
def test_whatever_a_file_is_called_the_row_is_loaded(made: Callable[[str], Path], tmp_path: Path, name: str, odd: str) -> None:
    case_folder = made("films")
    (tmp_path / "films").mkdir()
    sheet = tmp_path / "films" / "films.csv"
    (tmp_path / "films" / "good.mp4").write_bytes(b"film")
    if name == "loop":
        (tmp_path / "films" / "loop").symlink_to("loop")
    sheet.write_text(f"film,file\nA yard,{name}\nA gate,good.mp4\n", "utf-8")
    (tmp_path / "films.toml").write_text(FILMS, "utf-8")
    ran = inside("load", sheet, "--mapping", tmp_path / "films.toml", "--json", case=case_folder)
    assert ran.code == 0, ran.err
    (report,) = json.loads(ran.out)
    (issue,) = report["issues"]
    assert (report["rows"], report["rejects"], issue["row"]) == (2, [], 2)
    assert issue["what"] in ((odd,) if odd else (UNREADABLE, MISSING))
    (written,) = (case_folder / "rejects").iterdir()
    before = written.read_bytes()
    assert json.loads(inside("rejects", "films.csv", "--json", case=case_folder).out)["otherwise"] == []
    assert written.read_bytes() == before
