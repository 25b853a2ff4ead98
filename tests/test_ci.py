"""One script decides, everywhere; it asks for packages by name and for no host."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / ".ci" / "run"
WORKFLOW = ROOT / ".github" / "workflows" / "ci.yml"


def test_the_script_can_be_run_and_read() -> None:
    assert os.access(SCRIPT, os.X_OK)
    subprocess.run(["bash", "-n", SCRIPT], check=True)


def test_the_workflow_calls_the_script_and_nothing_else() -> None:
    assert re.findall(r"- run: (.+)", WORKFLOW.read_text("utf-8")) == [".ci/run"]


@pytest.mark.parametrize(
    "path", [SCRIPT, WORKFLOW, ROOT / "docker-compose.yml", ROOT / "pyproject.toml"], ids=lambda path: path.name
)
def test_no_download_host_is_named(path: Path) -> None:
    assert not re.search(r"https?://|\.(org|com|io|net)\b", path.read_text("utf-8"))


def test_it_ends_with_the_command_of_the_readme() -> None:
    commands = re.findall(r"^uv run .+$", SCRIPT.read_text("utf-8"), re.MULTILINE)
    assert commands[-1].startswith("uv run pytest")
    for linter in ("ruff check", "ruff format --check", "mypy", "lint-imports"):
        assert any(command == f"uv run --no-sync {linter}" for command in commands)
