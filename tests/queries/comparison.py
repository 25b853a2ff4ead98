"""An engine's rows beside the oracle's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, cast

import pytest

from graph.answer import NodeValue, PathValue, RelValue
from graph.projection import Link, Node

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


def differences(given: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[str]:
    """What differs, order included, and nothing else: in rows that differ the columns that do, rows too many, missing rows."""
    silent = OF_THE_RULE - {column for row in expected for column in row}
    got, wanted = ([_compared(row, silent) for row in rows] for rows in (given, expected))
    if got == wanted:
        return []
    lines: list[str] = []
    for kind, begin, end, first, last in SequenceMatcher(None, [*map(repr, got)], [*map(repr, wanted)], False).get_opcodes():
        if kind != "equal":
            for one, other in zip_longest(range(begin, end), range(first, last)):
                lines += _unlike(got, wanted, one, other)
    return lines


def without_counted(
    given: list[dict[str, Any]], expected: list[dict[str, Any]], parts: Iterable[Link | Node]
) -> list[dict[str, Any]]:
    """The rows given, where one says that something it counts is denied without the claims of what is denied that are not
    expected: what it must rest on because of its counts is another test's."""
    denied = {
        claim
        for part in parts
        if part.properties.get("disputed")
        for claim in cast("list[str]", part.properties.get("claims", ()))
    }
    rows = []
    for row, wanted in zip_longest(given, expected):
        if row and wanted and "claims" in wanted and any(value for name, value in row.items() if name.endswith("_denied")):
            rows.append({**row, "claims": [claim for claim in row["claims"] if claim in wanted["claims"] or claim not in denied]})
        elif row:
            rows.append(row)
    return rows


def agree(given: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """Fails with the differences alone, a line each."""
    if unlike := differences(given, expected):
        pytest.fail("\n".join(unlike), pytrace=False)


def _unlike(got: list[dict[str, Any]], wanted: list[dict[str, Any]], one: int | None, other: int | None) -> Iterator[str]:
    if other is None:
        yield f"row {(one or 0) + 1} should not be there: {_filled(got[one or 0])}"
    elif one is None:
        yield f"row {other + 1} is missing: {_filled(wanted[other])}"
    else:
        for column in sorted(got[one].keys() | wanted[other].keys()):
            have, want = got[one].get(column), wanted[other].get(column)
            if have != want:
                yield f"row {one + 1}, {column}: {have!r}, not {want!r}"


def _compared(row: dict[str, Any], silent: frozenset[str]) -> dict[str, Any]:
    listed = {column: list(value) if isinstance(value, tuple) else value for column, value in row.items()}
    return {column: listed[column] for column in sorted(listed) if column not in silent}


def _filled(row: dict[str, Any]) -> str:
    return ", ".join(f"{column} {value!r}" for column, value in row.items() if value not in (None, "", []))
