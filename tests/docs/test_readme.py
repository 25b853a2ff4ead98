"""The README says what happens: its commands are run, its figures counted, its example loaded and asked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from queries.desk.demo import FILES, QUESTIONS
from tests.cli.program import inside
from tests.demo.made import Made
from tests.docs import readme
from tests.docs.blocks import fences, renewed
from tests.docs.republic import PAGES, copied

PAGE = readme.PAGE.read_text("utf-8")
SHEET = "unit,captain,first,last\n3rd Company,Captain Vesk,3 May 2014,9 June 2014\n"
MAPPING = """\
name          = "captains"
title         = "Captains"
recognised_by = ["unit", "captain", "first", "last"]

[thing.unit]
label = "Unit"
name  = "unit"

[thing.captain]
label = "Person"
name  = "captain"

[link.commanded]
type     = "POSTED_TO"
begin    = "captain"
end      = "unit"
rests_on = "captain"
function = { text = "commander" }

[link.commanded.span]
first          = "first"
first_is_start = { text = "N" }
last           = "last"
last_is_open   = { text = "N" }
"""
MONTHS = {"May": 5, "June": 6, "July": 7}


@pytest.fixture(scope="module")
def case(demo: Made) -> Iterator[Path]:
    with copied(demo.folder / "case") as copy:
        yield copy


@pytest.fixture
def captains(graph_server: None, tmp_path: Path) -> Iterator[Path]:
    """A case with the list of the example in it."""
    (tmp_path / "captains.csv").write_text(SHEET, "utf-8")
    (tmp_path / "captains.toml").write_text(MAPPING, "utf-8")
    case = tmp_path / "case"
    assert inside("init", case, "--zone", "Europe/Lisbon").code == 0
    ran = inside("load", tmp_path / "captains.csv", "--mapping", tmp_path / "captains.toml", case=case)
    assert (ran.code, ran.err) == (0, "")
    yield case
    ArcadeEngine(case / "graph").stop()


def test_what_its_commands_print_is_what_stands_there(case: Path) -> None:
    """`uv run python -m tests.docs.readme` makes it anew."""
    assert len(fences(PAGE, "sh")) == 3
    assert renewed(PAGE, readme.makers(case)) == PAGE


def test_the_two_commands() -> None:
    assert (
        "pip install uv && uv run linkage demo      # installs everything, does the main job\n"
        "pip install uv && uv run pytest            # installs everything, runs the tests\n"
    ) in PAGE


def test_the_demo_is_as_large_as_it_says(demo: Made) -> None:
    files = [path for path in (demo.folder / FILES).iterdir() if path.is_file()]
    assert f"{len(files)} files in Russian, Belarusian and English" in PAGE
    assert len(QUESTIONS) == 8 and "asks eight questions" in PAGE


def test_the_captain_of_the_example(captains: Path) -> None:
    rows = re.findall(r"^\| (\d+) (\w+) (\d{4}) \| (?:\*\*(\w+)\*\*|not shown) \| ", PAGE, re.MULTILINE)
    assert [row[3] for row in rows] == ["certain", "assumed", "possible", ""]
    for day, month, year, certainty in rows:
        on = f"{year}-{MONTHS[month]:02}-{int(day):02}"
        ran = inside("query", "command/holders_of_command", "--unit", "3rd Company", "--on", on, "--json", case=captains)
        holders = [row["certainty"] for row in json.loads(ran.out) if (row["holder"] or {}).get("name") == "Captain Vesk"]
        assert holders == ([certainty] if certainty else []), on
    printed = inside("query", "command/holders_of_command", "--unit", "3rd Company", "--on", "2016-07-01", case=captains).out
    assert "1 more, cited further away" in printed


@pytest.mark.parametrize("page", [readme.PAGE, *sorted(PAGES.glob("*.md")), PAGES.parent / "CONTRIBUTING.md"])
def test_what_a_page_links_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)", page.read_text("utf-8"))
    for path, anchor in links:
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        if anchor and target.suffix == ".md":
            assert anchor[1:] in _anchors(target), f"{path}{anchor}"


def _anchors(page: Path) -> set[str]:
    """What a heading is called in an address, as GitHub makes it."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
