"""The page for newcomers, done as it says in a copy of Linkage: each of its files put in place, each of its tests run."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.docs.clone import PAGE, ROOT, Clone


@pytest.fixture
def clone(graph_server: None, takes_long: None, tmp_path: Path) -> Clone:
    return Clone(tmp_path / "linkage")


def a_saved_query(clone: Clone) -> None:
    for ending, folder in ((".cypher", "queries"), (".toml", "tests/queries")):
        clone.copy(f"tests/queries/newcomer/deputies{ending}", f"{folder}/command/deputies{ending}")
    ran = clone.run('uv run pytest tests/queries/test_cases.py -k "command/deputies and not neo4j"')
    assert re.search(r"\b4 passed", ran)  # two situations, the plan of the engine, and whether the file is a good test
    assert re.search(r"\b[5-9] passed", clone.run("uv run pytest tests/queries/test_mutations.py -k command/deputies"))


def an_export_format(clone: Clone) -> None:
    clone.file_of_page("viz/export/markdown.py")
    clone.file_of_page("tests/viz/export/test_markdown.py")
    clone.run("uv run pytest tests/viz/export")
    assert "\n  markdown " in clone.run("uv run linkage export --help")


def a_type_and_a_property(clone: Clone) -> None:
    clone.type_of_page()
    clone.insert("graph/schema/people.py", "text in Unit", '            Property("classification", "texts", means="army, ')
    clone.run("uv run python -m tests.docs.mapping")
    clone.run("uv run pytest tests/graph/test_schema.py tests/loaders/mapping tests/docs/test_mapping.py")
    clone.run("uv run pytest tests/viz/test_profile.py tests/viz/test_release.py tests/viz/export/test_leaks.py")
    reference = (clone.folder / ".github/docs/mapping.md").read_text("utf-8")
    assert all(word in reference for word in ("**Vehicle**", "**TAKEN_IN**", "`callsign`"))


def a_command(clone: Clone) -> None:
    for part in ("queries/desk", "queries/cli/output", "queries/cli/commands"):
        clone.file_of_page(f"{part}/files.py")
    clone.file_of_page("tests/cli/test_files.py")
    clone.insert("queries/desk/__init__.py", "text in the desk", "\nWhat several rooms share:")
    (part,) = re.findall(r"^````markdown in commands\n(.*?)^````$", PAGE, re.DOTALL | re.MULTILINE)
    page = clone.folder / ".github/docs/commands.md"
    page.write_text(f"{page.read_text('utf-8')}\n{part}", "utf-8")
    clone.run("uv run python -m tests.docs.commands")
    clone.run("uv run pytest tests/cli/test_files.py tests/cli/test_rooms.py tests/cli/test_help.py")
    clone.run('uv run pytest tests/docs/test_commands.py -m "not engine"')


@pytest.mark.parametrize("add", [a_saved_query, an_export_format, a_type_and_a_property, a_command], ids=lambda f: f.__name__)
def test_what_the_page_says_is_enough(add: Callable[[Clone], None], clone: Clone) -> None:
    add(clone)
    clone.run("uv run ruff check --no-cache")
    clone.run("uv run ruff format --check --no-cache")


def test_every_file_it_names_is_there_or_is_made_by_it() -> None:
    made = set(re.findall(r"^```python (\S+\.py)$", PAGE, re.MULTILINE))
    made |= {"queries/command/deputies.cypher", "tests/queries/command/deputies.toml"}
    named = set(re.findall(r"`([\w./-]+/[\w.-]*|[\w/-]+\.py)`", PAGE)) - {"queries/"}
    assert len(named) > 15
    assert {path for path in named if not (ROOT / path).exists()} <= made | {"viz/export/markdown.py"}
