"""On which line of a TOML file a value stands. tomllib keeps no lines, so the file is walked once more, if it has a fault."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import tree_sitter_toml
from tree_sitter import Language, Parser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from loaders.mapping.table import Path

KEYS = ("bare_key", "quoted_key", "dotted_key")


def lines(text: str) -> dict[Path, int]:
    """The line of every table, key and item of a list, by where it stands in what the file says."""
    numbers: dict[Path, int] = {}
    items: dict[Path, int] = {}
    document = Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node
    for node in document.named_children:
        if node.type == "pair":
            _pair(node, (), numbers)
        elif node.type in ("table", "table_array_element"):
            at = _table(node, items)
            for depth in range(1, len(at) + 1):
                numbers.setdefault(at[:depth], _line(node))
            for pair in node.named_children:
                if pair.type == "pair":
                    _pair(pair, at, numbers)
    return numbers


def line_of(at: Path, known: Mapping[Path, int]) -> int | None:
    """The line of a value, or of what holds it where it is not there itself."""
    plain = tuple(step for step in at if not isinstance(step, int))
    for path in (at, plain):
        for depth in range(len(path), 0, -1):
            if (line := known.get(path[:depth])) is not None and (depth == len(path) or path is plain):
                return line
    return next((known[at[:depth]] for depth in range(len(at), 0, -1) if at[:depth] in known), None)


def _table(node: Node, items: dict[Path, int]) -> Path:
    """Where a `[header]` or `[[header]]` stands: a name of a list of tables means its last one."""
    names = _names(next(child for child in node.named_children if child.type in KEYS))
    at: Path = ()
    for place, name in enumerate(names):
        at = (*at, name)
        if node.type == "table_array_element" and place == len(names) - 1:
            items[at] = items.get(at, -1) + 1
        if at in items:
            at = (*at, items[at])
    return at


def _pair(node: Node, at: Path, numbers: dict[Path, int]) -> None:
    key, value = node.named_children[0], node.named_children[-1]
    names = _names(key)
    for depth in range(1, len(names) + 1):
        numbers.setdefault((*at, *names[:depth]), _line(node))
    _value(value, (*at, *names), numbers)


def _value(node: Node, at: Path, numbers: dict[Path, int]) -> None:
    if node.type == "inline_table":
        for pair in node.named_children:
            if pair.type == "pair":
                _pair(pair, at, numbers)
    elif node.type == "array":
        for place, item in enumerate(child for child in node.named_children if child.type != "comment"):
            numbers[*at, place] = _line(item)
            _value(item, (*at, place), numbers)


def _names(key: Node) -> list[str]:
    """The names in a key, dotted or not, as TOML reads them."""
    nested: object = tomllib.loads(f"{(key.text or b'').decode()} = 0")
    names = []
    while isinstance(nested, dict):
        name, nested = next(iter(nested.items()))
        names.append(name)
    return names


def _line(node: Node) -> int:
    return node.start_point[0] + 1
