"""One delimited record after RFC 4180, strictly: quotes only around a whole cell, doubled inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TO_CLOSING: Final = re.compile(r'[^"]*+(?:""[^"]*+)*+"')


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a record that begins somewhere in a text, and where the next one begins."""

    cells: tuple[str, ...]
    end: int
    swallows: bool = False
    """A cell of it runs over lines and is closed by a mark that stands where one opens: after a delimiter."""


@dataclass(frozen=True, slots=True)
class RecordFault:
    """Why there is no record here: in which cell (counted from 0), and where in the text it was noticed."""

    reason: str
    cell: int
    at: int
    swallows: bool = False
    """As of a record, or closed by a mark that begins a line and has text after it."""


def scan(text: str, start: int, delimiter: str, terminator: str) -> Record | RecordFault:
    """The record that begins at `start`. A quoted cell may run over line ends; nothing else may."""
    cells: list[str] = []
    at, swallows, over_lines = start, False, False
    while True:
        if text.startswith('"', at):
            close = _closing(text, at + 1)
            if close < 0:
                return RecordFault("a quotation mark opens a cell and none closes it", len(cells), len(text), swallows)
            over_lines = text.find(terminator, at, close) >= 0
            swallows = swallows or (over_lines and _opens(text, close, delimiter))
            cells.append(text[at + 1 : close].replace('""', '"'))
            at = close + 1
        else:
            end = line_end(text, at, terminator)
            stop = text.find(delimiter, at, end)
            stop = end if stop < 0 else stop
            cell = text[at:stop]
            if stop == end and terminator == "\n" and cell.endswith("\r"):
                stop, cell = stop - 1, cell[:-1]
            if '"' in cell:
                return RecordFault("a quotation mark inside a cell that does not begin with one", len(cells), at, swallows)
            if "\r" in cell:
                return RecordFault("a carriage return inside a cell without quotation marks", len(cells), at, swallows)
            cells.append(cell)
            at = stop
        if text.startswith(delimiter, at):
            at += 1
            continue
        for end_mark in ("\r\n", terminator) if terminator == "\n" else (terminator,):
            if text.startswith(end_mark, at):
                return Record(tuple(cells), at + len(end_mark), swallows)
        if at == len(text):
            return Record(tuple(cells), at, swallows)
        swallows = swallows or (over_lines and _opens(text, at - 1, "\n"))
        return RecordFault("text after the closing quotation mark of a cell", len(cells) - 1, at, swallows)


def line_end(text: str, at: int, terminator: str) -> int:
    """Where the physical line that holds `at` ends: the place of its terminator, or of the end of the text."""
    end = text.find(terminator, at)
    return len(text) if end < 0 else end


def _opens(text: str, mark: int, delimiter: str) -> bool:
    """Whether the mark there, with those right before it, stands after a delimiter."""
    while text[mark - 1] == '"':
        mark -= 1
    return text[mark - 1] == delimiter


def _closing(text: str, at: int) -> int:
    """The closing quotation mark of a cell whose content begins at `at`; -1 if there is none."""
    found = _TO_CLOSING.match(text, at)
    return found.end() - 1 if found else -1
