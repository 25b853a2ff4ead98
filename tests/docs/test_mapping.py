"""The page on mappings says what happens: every table of it is made from the declaration, every example is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.case import Case
from graph.project import project
from loaders.mapping import editor, parse
from loaders.mapping.part import LABELS, TYPES
from loaders.mapping.table import TomlTable
from tests.cli.program import inside
from tests.docs import mapping
from tests.docs.blocks import fences, renewed

PAGE = mapping.PAGE.read_text("utf-8")
EXAMPLES = fences(PAGE, "toml")


def test_the_page_is_the_one_that_is_made() -> None:
    """`uv run python -m tests.docs.mapping` makes it anew, and the schema for editors with it."""
    assert renewed(PAGE, mapping.MAKERS) == PAGE


@pytest.mark.usefixtures("graph_server")
def test_its_commands_do_what_it_says() -> None:
    printed = mapping.ran(PAGE, fences(PAGE, "sh")[0].splitlines())
    assert "Orsolin Vade" in printed[-1] and "Ilka Brennoy" in printed[-1] and "certain" in printed[-1]


@pytest.mark.parametrize("table", editor.TABLES, ids=lambda table: table.__name__)
def test_every_table_is_explained_and_every_key_of_it_has_an_example_that_is_read(table: type[TomlTable]) -> None:
    if table.__name__ != "FileSource":
        assert f"<!-- made: table {table.__name__} -->" in PAGE
    used: set[str] = set()
    for text in EXAMPLES:
        used |= keys_of(parse(text, "example.toml"), table)
    assert set(table.model_fields) <= used


@pytest.mark.usefixtures("graph_server")
def test_what_is_denied_before_it_is_asserted_is_disputed_once_the_sheet_of_events_is_loaded(tmp_path: Path) -> None:
    sheets = {parse(text, "example.toml").name: (sheet, text) for sheet, text in _read_examples()}
    assert inside("init", tmp_path / "case", "--zone", "Europe/Lisbon").code == 0
    printed = []
    try:
        for name in ("parts-denied", "events"):
            for ending, text in zip(("csv", "toml"), sheets[name], strict=True):
                (tmp_path / f"{name}.{ending}").write_text(text, "utf-8")
            load = ("load", tmp_path / f"{name}.csv", "--mapping", tmp_path / f"{name}.toml")
            printed.append(inside(*load, case=tmp_path / "case").out)
    finally:
        ArcadeEngine(tmp_path / "case" / "graph").stop()
    assert "4\tdenies what no source asserts so far" in printed[0] and "so far" not in printed[1]
    with Case(tmp_path / "case") as case:
        disputed = sorted(link.type for link in project(case.state).links if link.properties.get("disputed"))
    assert disputed == ["ALLEGED_IN", "ALLEGED_IN", "OCCURRED_AT", "SUFFERED"]


def _read_examples() -> list[tuple[str, str]]:
    """Each sheet of the page, and the mapping below it."""
    parts = PAGE.split("```csv\n")[1:]
    return [(part.split("```", 1)[0], fences(part, "toml")[0]) for part in parts if fences(part, "toml")]


def test_every_label_and_link_type_is_on_it() -> None:
    assert all(f"**{name}**: " in PAGE for name in (*LABELS, *TYPES))


def keys_of(held: Any, table: type[TomlTable]) -> set[str]:
    """The keys that are set in any table of this kind."""
    if isinstance(held, TomlTable):
        own = set(held.model_fields_set) if isinstance(held, table) else set()
        inner = [*held.__dict__.values(), *(held.model_extra or {}).values()]
        return own.union(*(keys_of(value, table) for value in inner))
    if isinstance(held, dict):
        return set().union(*(keys_of(value, table) for value in held.values()))
    if isinstance(held, tuple):
        return set().union(*(keys_of(value, table) for value in held))
    return set()
