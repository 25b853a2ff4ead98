"""An engine's rows beside the oracle's."""

from __future__ import annotations

from typing import Any

from graph.answer import NodeValue, PathValue, RelValue

OF_THE_RULE = frozenset({"since", "until", "covers", "weakest", "certain", "assumed", "possible"})
"""Columns that grading adds to every row. Where an oracle says nothing of one, the rule's own tests do."""


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row with ids for nodes and links, and a path as the ids of its nodes and of its links."""
    found: dict[str, Any] = {}
    for column, value in row.items():
        if isinstance(value, PathValue):
            found[column] = [node.id for node in value.nodes]
            found["links"] = [link.id for link in value.links]
        else:
            found[column] = value.id if isinstance(value, NodeValue | RelValue) else value
    return found


def differences(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[str]:
    """What differs, row by row, order included."""
    if len(found) != len(expected):
        return [f"{len(found)} rows, not {len(expected)}"]
    said = []
    silent = OF_THE_RULE - {column for row in expected for column in row}
    for number, (one, other) in enumerate(zip(found, expected, strict=True)):
        for column in sorted((one.keys() | other.keys()) - silent):
            got, want = one.get(column), other.get(column)
            got = list(got) if isinstance(got, tuple) else got
            if got != want:
                said.append(f"row {number}, {column}: {got!r}, not {want!r}")
    return said
