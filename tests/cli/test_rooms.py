"""One word for one thing: a command, its desk room and what it prints are found under the same name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from queries import desk

CLI = Path("queries/cli")
COMMANDS = sorted(path.stem for path in (CLI / "commands").glob("[a-z]*.py"))
ROOMS = sorted(path.stem for path in Path("queries/desk").glob("[a-z]*.py"))
OUTPUTS = sorted(path.stem for path in (CLI / "output").glob("[a-z]*"))
VAGUE = {"asked", "asking", "told", "found", "said", "tell"}
PARTS_OF_COMMANDS = {"alike", "catalogue", "draft", "entries", "identity", "welcome"}
"""Outputs of a part of a command: `query` and `linkage` without a name, `show --identity`, `mapping draft`; lines that several
print."""


def test_every_command_has_a_room_and_an_output() -> None:
    assert len(COMMANDS) > 15
    assert set(COMMANDS) <= set(ROOMS)
    assert set(OUTPUTS) == set(COMMANDS) | PARTS_OF_COMMANDS


def test_the_desk_lists_every_room() -> None:
    listed = re.findall(r"^(\w+) +\S", desk.__doc__ or "", re.MULTILINE)
    assert sorted(set(listed) & set(ROOMS)) == ROOMS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_holds_options_only(name: str) -> None:
    """What is printed stands in its output; click's own help is click's."""
    tree = ast.parse((CLI / "commands" / f"{name}.py").read_text("utf-8"))
    printed = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "click.echo", "click.secho")
    ]
    assert [call for call in printed if "get_help" not in call] == []
    assert "import json_text" not in ast.unparse(tree)


@pytest.mark.parametrize("path", [*CLI.rglob("*.py"), *Path("queries/desk").glob("*.py")], ids=str)
def test_a_name_says_which_thing_it_is(path: Path) -> None:
    """Modules, parameters, attributes; and names inside a function of more than eight lines."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    names = {path.stem, *(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef))}
    names |= {name.arg for one in functions for name in (*one.args.args, *one.args.kwonlyargs)}
    names |= {node.target.id for node in ast.walk(tree) if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}
    for one in functions:
        if (one.end_lineno or 0) - one.lineno > 8:
            stored = [node for node in ast.walk(one) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
            names |= {node.id for node in stored}
    assert VAGUE.isdisjoint(names)
