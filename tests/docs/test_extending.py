"""The page for newcomers, done as it says in a copy of Linkage: each of its files put in place, each of its tests run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import environment
from tests.docs.blocks import fences
from tests.docs.republic import PAGES

PAGE = (PAGES / "extending.md").read_text("utf-8")
ROOT = PAGES.parents[1]
SECONDS = 300
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".cache", "*_cache", "__pycache__", "uv.lock", "linkage-demo")
PROGRAMS = {
    "python": [],
    "pytest": ["-m", "pytest", "-q", "-n0"],
    "ruff": ["-m", "ruff"],
    "linkage": ["-c", "from queries.cli import main; main()"],
}


class Clone:
    """A copy of the repository that a newcomer works in, with this environment's Python."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT, folder, ignore=NOT_COPIED)

    def put(self, path: str, text: str) -> None:
        assert not (self.folder / path).exists(), f"{path} is there already"
        (self.folder / path).write_text(text, "utf-8")

    def copy(self, path: str, to: str) -> None:
        self.put(to, (self.folder / path).read_text("utf-8"))

    def file_of_page(self, path: str) -> None:
        """A new file, as the page shows it."""
        (text,) = fences(PAGE, f"python {re.escape(path)}")
        self.put(path, text)

    def insert(self, path: str, fence: str, before: str) -> None:
        """What the page shows under this heading, into a file that is there."""
        (text,) = fences(PAGE, fence)
        whole = (self.folder / path).read_text("utf-8")
        assert whole.count(before) == 1, before
        (self.folder / path).write_text(whole.replace(before, text + before), "utf-8")

    def run(self, command: str) -> str:
        """`uv run` is left out: this environment is a copy's as well."""
        name, *words = shlex.split(command.removeprefix("uv run "))
        ran = subprocess.run(
            [sys.executable, *PROGRAMS[name], *words],
            cwd=self.folder,
            env=environment(None, {"PYTHONPATH": str(self.folder), "LINKAGE_IDLE_SECONDS": "5"}),
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
        )
        assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
        return ran.stdout


@pytest.fixture
def clone(graph_server: None, takes_long: None, tmp_path: Path) -> Clone:
    return Clone(tmp_path / "linkage")


def a_saved_query(clone: Clone) -> None:
    for ending, folder in ((".cypher", "queries"), (".toml", "tests/queries")):
        clone.copy(f"tests/queries/newcomer/deputies{ending}", f"{folder}/command/deputies{ending}")
    ran = clone.run('uv run pytest tests/queries/test_cases.py -k "command/deputies and not neo4j"')
    assert re.search(r"\b4 passed", ran)  # two situations, the plan of the engine, and whether the file is a good test


def an_export_format(clone: Clone) -> None:
    clone.file_of_page("viz/export/markdown.py")
    clone.file_of_page("tests/viz/export/test_markdown.py")
    clone.run("uv run pytest tests/viz/export")
    assert "\n  markdown " in clone.run("uv run linkage export --help")


def a_type_and_a_property(clone: Clone) -> None:
    clone.insert("graph/schema.py", "text in NODES", ")\n\nLINKS: ")
    clone.insert("graph/schema.py", "text in LINKS", ")\n\nNODE: ")
    clone.insert("graph/schema.py", "text in Unit", '            Property("classification", "texts", means="army, ')
    clone.run("uv run python -m tests.docs.mapping")
    clone.run("uv run pytest tests/graph/test_schema.py tests/loaders/mapping tests/docs/test_mapping.py")
    clone.run("uv run pytest tests/viz/test_profile.py tests/viz/test_release.py tests/viz/export/test_leaks.py")
    reference = (clone.folder / ".github/docs/mapping.md").read_text("utf-8")
    assert all(word in reference for word in ("**Vehicle**", "**SEEN_AT**", "`callsign`"))


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
