"""The republic's files: the same bytes everywhere, of the kinds investigators receive, and silent about the truth."""

from __future__ import annotations

import ast
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from loaders import demo
from loaders.demo.story import SEED
from tests.loaders.demo.whole_case import Loaded

ROOT = Path(demo.__file__).parent.parent.parent
PRODUCT = ("graph", "loaders", "queries", "viz")


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_seed_gives_the_same_bytes_in_another_process_zone_and_hash_order(loaded: Loaded, tmp_path: Path) -> None:
    code = "import sys, pathlib; from loaders import demo; demo.write(pathlib.Path(sys.argv[1]))"
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "again")], check=True, env=elsewhere)
    assert digest(tmp_path / "again") == digest(loaded.files)


def test_another_seed_tells_it_of_other_people(loaded: Loaded, tmp_path: Path) -> None:
    demo.write(tmp_path, seed=SEED + 1)
    other, told = digest(tmp_path), digest(loaded.files)
    assert other["stations.csv"] == told["stations.csv"]
    assert other["roster.xlsx"] != told["roster.xlsx"]


def test_every_file_that_is_loaded_is_returned_in_order(loaded: Loaded) -> None:
    beside = {path for path in loaded.files.iterdir() if path.is_file()}
    assert set(loaded.paths) == beside
    assert {path.suffix for path in loaded.paths} == {".csv", ".xlsx", ".jsonl"}


def test_exhibits_are_texts_and_pictures(loaded: Loaded) -> None:
    found = list((loaded.files / "exhibits").iterdir())
    assert {path.suffix for path in found} == {".txt", ".png"}
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in found if path.suffix == ".png")


def test_nothing_of_the_product_knows_the_truth() -> None:
    modules = [path for name in PRODUCT for path in (ROOT / name).rglob("*.py")]
    assert [path for path in modules if any(name.split(".")[0] == "tests" for name in imports(path))] == []
    assert [path for path in modules if path.stem == "truth"] == []


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize(("text", "knows"), [("from tests.demo import truth", True), ("from loaders.demo import story", False)])
def test_an_import_of_the_truth_would_be_seen(tmp_path: Path, text: str, knows: bool) -> None:
    (tmp_path / "some.py").write_text(text)
    assert ("tests.demo.truth" in imports(tmp_path / "some.py")) is knows


def test_no_file_says_who_a_masked_man_is(loaded: Loaded) -> None:
    """A badge stands in the row of a described man nowhere."""
    header, *rows = (loaded.files / "perpetrators.csv").read_text("utf-8").splitlines()
    at = header.split(",").index("badge")
    assert all(loaded.truth.masks)
    described = [row for row in rows if ",described," in row]
    assert len(described) == len(loaded.truth.masks)
    assert not any(badge in row for row in described for badge in loaded.truth.masks.values())
    assert at > 0
