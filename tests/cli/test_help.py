"""Help: there at once, of every command, with examples that are what they say."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from queries.cli import linkage
from tests.cli.program import inside
from viz.export import formats

COMMANDS = linkage.list_commands(click.Context(linkage))
HEAVY = ("neo4j", "rich", "openpyxl", "networkx", "arcadedb", "sqlite3", "tomllib", "graph.schema", "loaders", "viz")
LOADED = f"""
import sys
sys.argv = ["linkage", "--help"]
from queries.cli import main
main()
print(sorted(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)
"""


def test_help_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("Usage: linkage")
    assert done.stderr == "[]\n"


def test_the_first_screen_says_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = inside()
    assert ran.code == 0
    assert "linkage demo" in ran.out and "no case here yet" in ran.out


def test_the_first_screen_of_a_case_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert inside("init", tmp_path / "case", "--zone", "Europe/Lisbon", "--title", "The Tannery").code == 0
    monkeypatch.chdir(tmp_path / "case")
    ran = inside()
    assert ran.code == 0
    assert ran.out.startswith("The Tannery, in ") and "linkage load" in ran.out
    assert not (tmp_path / "case" / "graph").exists()


def command(name: str) -> click.Command:
    found = linkage.get_command(click.Context(linkage), name)
    assert found is not None
    return found


def examples(text: str | None) -> list[list[str]]:
    """The lines of a help text that are commands."""
    lines = [re.split(r"\s{3,}", line.strip())[0] for line in (text or "").splitlines()]
    return [shlex.split(line)[1:] for line in lines if re.match(r"linkage( |$)", line)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    ran = inside(name, "--help")
    assert ran.code == 0 and ran.err == ""
    assert ran.out.startswith(f"Usage: linkage {name}") and "Show this message" in ran.out
    assert command(name).short_help
    assert any(words[:1] == [name] for words in examples(command(name).help))
    for option in (p for p in command(name).params if isinstance(p, click.Option)):
        assert option.help, option.name


@pytest.mark.parametrize(
    "words", [words for name in ("", *COMMANDS) for words in examples(command(name).help if name else linkage.help)], ids=" ".join
)
def test_every_example_parses(words: list[str]) -> None:
    """Down to the saved query it names. Only where an argument stands for something of one's own is it not run."""
    context, found = click.Context(linkage, info_name="linkage"), command(words[0])
    rest = words[1:]
    while isinstance(found, click.Group) and rest and not rest[0].startswith("-"):
        context = click.Context(found, context, info_name=words[0])
        inner = found.get_command(context, rest[0])
        assert inner is not None, rest
        found, rest = inner, rest[1:]
    found.make_context(found.name, rest, parent=context)


@pytest.mark.parametrize("name", ["command/chain_up", "colocation/co_detained"])
def test_a_saved_query_has_help_from_its_header(name: str) -> None:
    ran = inside("query", name, "--help")
    assert ran.code == 0 and "--within" in ran.out and "--certainty" in ran.out
    assert f"linkage query {name}" in " ".join(ran.out.split())


@pytest.mark.parametrize("words", [("export",), ("export", "command/chain_up")])
def test_the_formats_of_an_export_are_those_that_are_there(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    new = SimpleNamespace(MEANS="a drawing on stone", files=None)
    monkeypatch.setattr("queries.desk.export.formats", lambda: {**formats(), "stone": new})
    shown = " ".join(inside(*words, "--help").out.split())
    for name, format_ in (*formats().items(), ("stone", new)):
        assert re.search(rf"{name}:? {format_.MEANS}", shown)


def test_version() -> None:
    assert re.fullmatch(r"linkage, version \d+\.\d+\.\d+\n", inside("--version").out)
