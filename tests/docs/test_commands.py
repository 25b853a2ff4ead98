"""The page on the commands says what they take, and each of its examples works in the demo's case."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import inside
from tests.demo.made import Made
from tests.docs import commands
from tests.docs.blocks import fences, renewed
from tests.docs.republic import copied

PAGE = commands.PAGE.read_text("utf-8")
ELSEWHERE = {"demo", "review", "publish"}
"""What needs more than a case: minutes, a person at a terminal, a server."""


@pytest.fixture(scope="module")
def case(demo: Made) -> Iterator[Path]:
    """A copy that the examples change, with the demo's files beside it."""
    with copied(demo.folder / "case") as copy:
        (copy.parent / "files").symlink_to(demo.folder / "files")
        yield copy


def test_the_page_is_the_one_that_is_made() -> None:
    """`uv run python -m tests.docs.commands` makes it anew."""
    assert renewed(PAGE, commands.MAKERS) == PAGE


def test_every_command_has_its_part_in_the_order_of_the_work() -> None:
    assert re.findall(r"^## (\w+)\n\n<!-- made: command \1 -->$", PAGE, re.MULTILINE) == commands.COMMANDS


def test_every_command_has_an_example() -> None:
    shown = [shlex.split(line)[1] for text in fences(PAGE, "sh") for line in text.splitlines()]
    elsewhere = [shlex.split(line)[1] for text in fences(PAGE, "sh elsewhere") for line in text.splitlines()]
    assert set(shown) == set(commands.COMMANDS) - ELSEWHERE
    assert set(elsewhere) == ELSEWHERE


def test_its_examples_work(case: Path) -> None:
    for line in (line for text in fences(PAGE, "sh") for line in text.splitlines()):
        ran = inside(*shlex.split(line)[1:], case=case, cwd=case)
        assert ran.code == 0, f"{line}: {ran.err}"
        assert ran.out, line


@pytest.mark.parametrize("line", [line for text in fences(PAGE, "sh elsewhere") for line in text.splitlines()])
def test_what_is_not_run_here_is_at_least_a_command(line: str) -> None:
    name, *words = shlex.split(line)[1:]
    commands.of(name).make_context(name, words, parent=commands.CONTEXT)
