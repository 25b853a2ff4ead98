"""How a text file separates its cells, by the evidence of the file.

The delimiter is the one of `,` `;` tab `|` that gives most lines the header's number of cells. Quotes enclose cells, as
RFC 4180 has it, in everything but tab-separated files. Those are written both ways: `"A" Division` opens no cell, `"1 ""A""
Company"` does. Each cell that can only be one of the two is a vote; nothing to choose means RFC 4180.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_SAMPLE: Final = 1_000
_TELLING: Final = 20_000
"""Characters of a line: longer ones than this are no evidence, and would cost much."""
_ENCLOSED = re.compile(r'"(?:[^"]|"")*"')


@dataclass(frozen=True, slots=True)
class Dialect:
    """Delimiter, the line end, and whether a quotation mark encloses a cell or is a letter like any other."""

    delimiter: str
    terminator: str
    quoted: bool


def dialect_of(text: str, suffix: str) -> Dialect:
    """The dialect of this text; the file's suffix decides only where the evidence does not."""
    terminator = "\n" if "\n" in text else "\r"
    lines = [line.rstrip("\r") for line in text.split(terminator, _SAMPLE)[:_SAMPLE] if line.strip()]
    lines = [line[:_TELLING] for line in lines[:1]] + [line for line in lines[1:] if len(line) <= _TELLING]
    usual = "\t" if suffix in (".tsv", ".tab") else ","
    delimiter = max(DELIMITERS, key=lambda mark: (*_agreement(lines, mark), mark == usual))
    if not lines or _cells(lines[0], delimiter) == 1:
        delimiter = usual
    return Dialect(delimiter, terminator, delimiter != "\t" or not _is_raw(text, terminator))


def _agreement(lines: list[str], delimiter: str) -> tuple[int, int]:
    """In tenths how many lines have as many cells as the first; and that number. One cell is no evidence."""
    width = _cells(lines[0], delimiter) if lines else 1
    if width == 1:
        return (0, 0)
    return (10 * sum(_cells(line, delimiter) == width for line in lines) // len(lines), width)


def _cells(line: str, delimiter: str) -> int:
    """Cells of a physical line; a delimiter between quotation marks that enclose a cell does not count."""
    if '"' not in line:
        return line.count(delimiter) + 1
    mark = re.escape(delimiter)
    enclosed = rf'(?:^|(?<={mark}))"(?:[^"]|"")*"(?={mark}|$)'
    return re.sub(enclosed, "", line).count(delimiter) + 1


def _is_raw(text: str, terminator: str) -> bool:
    """Whether quotation marks are letters here: cells that cannot be RFC 4180 outnumber those that can be nothing else."""
    raw = enclosed = 0
    for line in text.split(terminator):
        if '"' not in line:
            continue
        cells = [cell for cell in line.rstrip("\r").split("\t") if '"' in cell]
        if not any(cell.startswith('"') for cell in cells):
            # RFC 4180 would have enclosed these cells. An odd number of marks may end a cell of an earlier line: no vote.
            raw += line.count('"') % 2 == 0
            continue
        for cell in cells:
            if cell.startswith('"') and not _ENCLOSED.fullmatch(cell):
                raw += cell.count('"') % 2 == 0  # odd: a cell that may go on after a tab or in the next line
            elif cell.startswith('"') and '""' in cell[1:-1]:
                enclosed += 1
    return raw > enclosed
