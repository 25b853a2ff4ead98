"""Reads the plain corner of YAML that docker-compose.yml keeps to, and refuses the rest, so that it cannot misread it.

Maps and lists in blocks, one scalar a line. A scalar is quoted with `"` and without escapes, or a bare word that no
reader of YAML takes for anything but text or a whole number.
"""

from __future__ import annotations

import re
from typing import TypeAlias

Value: TypeAlias = "str | int | list[Value] | dict[str, Value] | None"
Line: TypeAlias = tuple[int, bool, str | None, str | int | None]
"""Indentation, whether it begins with a dash, key, scalar."""

LINE = re.compile(
    r"""(?P<indent>\ *)(?P<dash>-\ )?(?:(?P<key>[A-Za-z_][\w-]*):(?=\ |$))?"""
    r"""\ *(?P<scalar>"[^"\\]*"|[A-Za-z0-9][\w./-]*)?(?:\ +\#.*)?""",
    re.VERBOSE,
)
NOT_TEXT = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def read(text: str) -> Value:
    """The document. ValueError, with the line, at anything outside the plain corner."""
    lines: list[Line] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = LINE.fullmatch(line)
        if found is None or (found["dash"] and found["key"]) or not (found["key"] or found["dash"]):
            raise ValueError(f"line {number}: not in the plain corner of YAML")
        lines.append((len(found["indent"]), bool(found["dash"]), found["key"], _scalar(number, found["scalar"])))
    value, rest = _block(lines, 0)
    if rest:
        raise ValueError("indentation that fits nothing")
    return value


def _block(lines: list[Line], indent: int) -> tuple[Value, list[Line]]:
    items: list[Value] = []
    entries: dict[str, Value] = {}
    while lines and lines[0][0] == indent:
        (_, dash, key, scalar), *lines = lines
        if dash:
            items.append(scalar)
        else:
            assert key is not None
            if key in entries:
                raise ValueError(f"{key} twice")
            entries[key] = scalar
            if scalar is None and lines and lines[0][0] > indent:
                entries[key], lines = _block(lines, lines[0][0])
    if items and entries:
        raise ValueError("a list and a map in one block")
    return items or entries, lines


def _scalar(number: int, text: str | None) -> str | int | None:
    if text is None or text.startswith('"'):
        return text and text[1:-1]
    if text.isdecimal():
        return int(text)
    if text.casefold() in NOT_TEXT or not text[0].isalpha():
        raise ValueError(f"line {number}: quote this value")
    return text
