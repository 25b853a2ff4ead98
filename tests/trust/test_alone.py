"""No byte of what a case holds is in any file but the case's and those asked for, and no computer but this one is spoken to."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from queries.cli import linkage
from tests.cli.conftest import new_case
from tests.cli.program import COMMAND, environment
from tests.trust import alone
from tests.trust.named_after import COLUMNS, MAPPING

pytestmark = [pytest.mark.trust, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
CANARIES = [f"{one}{two}" for one in ("Qvarzl", "Whimbx", "Zjordq", "Xyphtr") for two in ("amuk", "ebol", "inur", "osez", "udig")]
"""Twenty values, one a field."""
(
    NAME,
    STATION,
    UNIT,
    BASE,
    SITE,
    OVER,
    OFFICER,
    RANK,
    POST,
    EVENT,
    AT,
    METHOD,
    VICTIM,
    WORDS,
    FILE,
    REASON,
    BAD,
    HEADER,
    LITERAL,
    ASKED,
) = CANARIES
FOLDERS = ("home", "tmp", "config", "cache", "data", "state", "runtime", "cwd", "log")


@dataclass(frozen=True)
class Watched:
    """A folder, and what came of each command that was run in it."""

    folder: Path
    alone: bool
    before: int
    done: list[dict[str, Any]]


def _sources(folder: Path) -> None:
    row = {
        **{"person": NAME, "born": "1950", "held at": STATION, "unit": UNIT, "based at": BASE, "site": SITE, "under": OVER},
        **{"officer": OFFICER, "rank": RANK, "post": POST, "event": EVENT, "at": AT, "on": "3 May 1991", "methods": METHOD},
        **{"victim": VICTIM, "victim born": "1960", "words": f"they said {WORDS}"},
    }
    with (folder / f"{FILE}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, (*COLUMNS, "words"), restval="")
        out.writeheader()
        out.writerow(row)
        out.writerow({**row, "on": f"the {BAD} day"})
        file.write(f"{BAD},{BAD}\n")
    (folder / "named.toml").write_text(MAPPING.replace('methods = "methods"', 'methods = "methods"\nwords   = "words"'), "utf-8")
    (folder / "unknown.csv").write_text(f"{HEADER},{BAD}\n{BAD},{NAME}\n", "utf-8")
    (folder / "broken.json").write_text(f'{{"{HEADER}": "{BAD}', "utf-8")
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04" + BAD.encode() * 40)


def _commands(folder: Path) -> list[list[str]]:
    source, out = folder / "source", folder / "out"
    period = ["--from", "1991-05-01", "--to", "1991-05-20"]
    asked = ["command/commanders_at_station", "--station", STATION, *period]
    outside = ["--profile", "public", "--for", ASKED]
    return [
        ["init", str(folder / "new"), "--zone", "Africa/Lagos"],
        ["mapping", "check", str(source / "named.toml"), str(source / f"{FILE}.csv")],
        ["mapping", "try", str(source / f"{FILE}.csv"), "--mapping", str(source / "named.toml")],
        ["mapping", "try", str(source / "unknown.csv"), "--mapping", str(source / "named.toml")],
        ["mapping", "draft", str(source / f"{FILE}.csv"), str(source / "unknown.csv"), "--out", str(out / "drafts")],
        ["form", "held", "--out", str(out / "held.xlsx")],
        ["load", str(source / f"{FILE}.csv"), "--mapping", str(source / "named.toml")],
        *(["load", str(source / name)] for name in ("unknown.csv", "broken.json", "broken.xlsx", f"{ASKED}.csv")),
        *(["load", str(source / name), "--mapping", str(source / "named.toml")] for name in ("unknown.csv", "broken.json")),
        ["--debug", "load", str(source / "broken.xlsx"), "--mapping", str(source / "named.toml")],
        ["rejects", f"{FILE}.csv"],
        ["resolve"],
        ["review"],
        ["judge", NAME, VICTIM, "different", "--reason", REASON],
        ["search", NAME],
        ["query"],
        ["query", *asked],
        ["query", "command/career", "--person", ASKED],
        ["query", "mine", "--station", STATION],
        ["query", "colocation/custody_chain", "--victim", NAME, "--why", "1"],
        *([command, thing] for command in ("show", "why") for thing in (NAME, UNIT, ASKED)),
        ["bear", "c-aaaaaaaaaaaaaaaa", "torture/severe-pain-or-suffering", "for", "--reason", REASON],
        ["diff", "1"],
        ["sample", "1", "--seed", "1"],
        ["page", *asked, *outside, "--out", str(out / "page.html")],
        ["page", "--thing", NAME, "--profile", "internal", "--out", str(out / "thing.html")],
        ["export", *asked, *outside, "--as", "csv,graphml", "--out", str(out / "public")],
        ["export", *asked, "--profile", "internal", "--as", "csv,graphml", "--out", str(out / "internal")],
        ["followthemoney", "--out", str(out / "whole")],
        ["publish", "bolt://127.0.0.1:9", "--profile", "internal"],
        ["status"],
        ["verify"],
        ["seal", "--out", str(out / "seal.json")],
        ["prove", "c-aaaaaaaaaaaaaaaa", "--out", str(out / "proof.json")],
        ["doctor"],
        ["backup", str(out / "backup")],
        ["restore", str(out / "backup"), str(folder / "restored")],
        ["!", "query", *asked],
        ["!", "verify"],
        ["erase", VICTIM, "--reason", "withdrawn", "--yes"],
        ["demo", str(out / "demo")],
        ["--help"],
    ]


@pytest.fixture(scope="module")
def watched(graph_server: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    folder = tmp_path_factory.mktemp("watched")
    for name in (*FOLDERS, "source", "out"):
        (folder / name).mkdir(mode=0o700)
    _sources(folder / "source")
    new_case(folder / "case")
    (folder / "case" / "queries").mkdir(mode=0o700, exist_ok=True)
    (folder / "case" / "queries" / "mine.cypher").write_text(f"RETURN '{LITERAL}' AS", "utf-8")
    env = {
        **{name: str(folder / "tmp") for name in ("TMPDIR", "TEMP", "TMP")},
        **{f"XDG_{name.upper()}_{'DIR' if name == 'runtime' else 'HOME'}": str(folder / name) for name in FOLDERS[2:7]},
        **{"HOME": str(folder / "home"), "PYTHONPATH": f"{ROOT / 'tests' / 'trust' / 'watched'}:{ROOT}"},
        **{"WATCHED_LOG": str(folder / "log" / "debug"), "WATCHED_FOREIGN": str(folder / "log" / "foreign")},
        "LINKAGE_IDLE_SECONDS": "20",
    }
    plan = {
        **{"command": COMMAND, "commands": _commands(folder), "cwd": str(folder / "cwd"), "alone": alone.possible()},
        **{"env": environment(folder / "case", env), "mark": str(folder / "home"), "crash_after": 3, "idle": 40},
    }
    (folder / "plan.json").write_text(json.dumps(plan), "utf-8")
    own_network = alone.NAMESPACE if plan["alone"] else []
    done = subprocess.run(
        [*own_network, sys.executable, "-m", "tests.trust.alone", str(folder / "plan.json")],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    yield Watched(folder, bool(plan["alone"]), **json.loads((folder / "plan.done").read_text("utf-8")))


def _elsewhere(watched: Watched) -> list[Path]:
    """Every file that is not the case's, asked for, or ours."""
    return [path for name in FOLDERS for path in sorted((watched.folder / name).rglob("*")) if path.is_file()]


def _holding(path: Path) -> set[str]:
    content = path.read_bytes().lower()
    return {one for one in CANARIES if any(one.lower().encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))}


def test_every_command_is_run(watched: Watched) -> None:
    run = {next(word for word in one["arguments"] if word != "--debug") for one in watched.done}
    assert {*linkage.list_commands(None)} <= run  # type: ignore[arg-type]
    assert sum(one["code"] == 0 for one in watched.done) >= 25, [(one["arguments"][:2], one["err"]) for one in watched.done]


def test_no_file_elsewhere_holds_what_the_case_holds(watched: Watched) -> None:
    assert {path.relative_to(watched.folder).as_posix(): held for path in _elsewhere(watched) if (held := _holding(path))} == {}
    assert [path.name for path in _elsewhere(watched) if any(one in path.name for one in CANARIES)] == []
    assert list((watched.folder / "tmp").rglob("*")) == []


def test_no_program_that_crashed_left_its_memory(watched: Watched) -> None:
    assert [path for path in watched.folder.rglob("core*") if path.is_file() and not path.suffix] == []


def test_no_error_says_more_than_its_command_was_told(watched: Watched) -> None:
    said = {
        " ".join(one["arguments"]): {
            value for value in CANARIES if value in one["err"] and value not in " ".join(one["arguments"])
        }
        for one in watched.done
    }
    assert {command: values for command, values in said.items() if values} == {}


def test_no_other_computer_is_spoken_to(watched: Watched) -> None:
    assert not (watched.folder / "log" / "foreign").exists()
    tried = [watched.before, *(one["tried"] for one in watched.done)]
    if watched.alone:
        assert [one["arguments"] for one, before in zip(watched.done, tried, strict=False) if one["tried"] > before] == []


def test_control_a_file_that_holds_one_is_found(watched: Watched) -> None:
    assert _holding(watched.folder / "source" / f"{FILE}.csv") >= {NAME, RANK, WORDS, BAD}
    assert "started" in (watched.folder / "log" / "debug").read_text("utf-8")
    assert any(_holding(path) for path in (watched.folder / "case").rglob("journal.db*"))
