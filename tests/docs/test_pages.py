"""The pages on how Linkage is built, what was decided and measured: what they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs import architecture
from tests.docs.blocks import renewed
from tests.docs.republic import PAGES

ROOT = PAGES.parents[1]
FIGURES, DECISIONS, CHANGES = PAGES / "figures.md", PAGES / "decisions.md", ROOT / "CHANGELOG.md"
OTHERS = (PAGES / "architecture.md", DECISIONS, FIGURES, PAGES.parent / "CONTRIBUTING.md")


def test_the_table_of_rooms_is_what_the_rooms_say() -> None:
    """`uv run python -m tests.docs.architecture` makes it anew."""
    page = architecture.PAGE.read_text("utf-8")
    assert renewed(page, architecture.MAKERS) == page


def test_each_figure_is_measured_by_a_command_that_is_there() -> None:
    commands = re.findall(r"python -m (tests\.bench[\w.]*)((?: --?\w+| \d+)*)", FIGURES.read_text("utf-8"))
    assert {"tests.bench.demo", "tests.bench.start", "tests.bench.queries", "tests.bench.resolve"} <= {
        name for name, _ in commands
    }
    for name, options in commands:
        module = ROOT / name.replace(".", "/")
        path = module / "__main__.py" if module.is_dir() else module.with_suffix(".py")
        assert '__name__ == "__main__"' in path.read_text("utf-8"), name
        assert all(option in path.read_text("utf-8") for option in options.split() if option.startswith("--")), (name, options)


@pytest.mark.parametrize("page", OTHERS, ids=lambda page: page.name)
def test_every_file_it_names_is_there(page: Path) -> None:
    named = re.findall(r"`((?:graph|loaders|queries|viz|tests)/[\w./-]+)`", page.read_text("utf-8"))
    assert named or page == DECISIONS
    assert not [path for path in named if not (ROOT / path).exists()]


def test_every_decision_has_a_day_and_a_reason() -> None:
    rows = [line for line in DECISIONS.read_text("utf-8").splitlines() if line.startswith("| 2")]
    assert len(rows) > 60
    for row in rows:
        day, what, why, _ = re.split(r"(?<!\\) ?\| ?", row)[1:-1]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)
        assert what and why, row


def test_the_changelog_is_by_version_and_kind_and_names_queries_that_are_there() -> None:
    text = CHANGES.read_text("utf-8")
    assert re.findall(r"^## (\d+\.\d+\.\d+)", text, re.MULTILINE)
    assert set(re.findall(r"^### (.*)$", text, re.MULTILINE)) <= {"Added", "Changed in answers", "Changed", "Fixed"}
    named = re.findall(r"\b(?:command|colocation|pattern|impunity|evidence)/\w+", text)
    assert named
    assert not [name for name in named if not (ROOT / "queries" / f"{name}.cypher").is_file()]
