"""The block of comment lines that opens a saved query, written in TOML between `// /// query` and `// ///`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

from queries.tokens import Fault

OPENS = "// /// query"
CLOSES = "// ///"
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_NAME = r"(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')"
_PATH = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_TABLE = re.compile(rf"\[{{1,2}}\s*({_PATH})\s*\]{{1,2}}\s*(?:#.*)?")
_KEY = re.compile(rf"({_PATH})\s*=")

_USUAL = {
    "Cannot overwrite a value": "this key stands twice",
    "Cannot declare": "this table stands twice",
    "Cannot mutate immutable namespace": "this table is closed already: write all its keys in one place",
    "Invalid value": "after the = stands no value: a text is in quotation marks",
    "Invalid statement": "this line is neither a key with a value nor a [table]",
    "Expected '=' after a key": "after the key stands no =",
    "Expected newline or end of document": "something stands after the value: one key a line",
    "Unclosed array": "a list is not closed by ]",
    "Expected ']' at the end of a table declaration": "the name of the table is not closed by ]",
    "Unterminated string": "a text is not closed by its quotation mark",
    "Illegal character": "a text is not closed by its quotation mark, or holds a character that none may hold",
}
"""Beginnings of what tomllib says, and what it means."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the block declares, and in which line of the file each key stands."""

    values: dict[str, object] = field(hash=False)
    lines: dict[tuple[str, ...], int] = field(hash=False)

    def line(self, *path: str) -> int:
        """The line of a key, or of the nearest table around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(text: str) -> tuple[Header, tuple[Fault, ...]]:
    """The header of a query's text; an empty one with faults where there is none or it is no TOML."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != OPENS:
        return Header({}, {}), (Fault(1, f"the file begins with the line {OPENS!r}"),)
    closing = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == CLOSES), None)
    if closing is None:
        return Header({}, {}), (Fault(1, f"the header is not closed by the line {CLOSES!r}"),)
    block = []
    for number, line in enumerate(lines[1:closing], start=2):
        if not line.startswith("//") or (line.strip() != "//" and not line.startswith("// ")):
            return Header({}, {}), (Fault(number, "a line of the header begins with '// '"),)
        block.append(line[3:])
    try:
        values = tomllib.loads("\n".join(block))
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        number = int(place[1]) + 1 if place and place[1] else closing + 1
        return Header({}, {}), (Fault(number, f"no TOML: {_in_usual_words(_AT_LINE.sub('', str(error)))}"),)
    except (ValueError, RecursionError):  # a number of thousands of digits, hundreds of brackets in each other
        return Header({}, {}), (Fault(closing + 1, "no TOML: something in it is too long or too deep"),)
    return Header(values, _lines(block)), ()


def _in_usual_words(reason: str) -> str:
    """What the reader of TOML says, where it says it in words of its own."""
    return next((usual for told, usual in _USUAL.items() if reason.startswith(told)), reason)


def _lines(block: list[str]) -> dict[tuple[str, ...], int]:
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(block, start=2):
        if header := _TABLE.fullmatch(line.strip()):
            path = table = _path(header[1])
        elif key := _KEY.match(line.strip()):
            path = (*table, *_path(key[1]))
        else:
            continue
        for length in range(1, len(path) + 1):
            lines.setdefault(path[:length], number)
    return lines


def _path(written: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, written))
