"""JSON Lines: each line one object whose values are plain. What would have to be interpreted is rejected instead.

Numbers stay as they are written (`1.50`, a hundred digits), `true` and `false` are the texts true and false, `null` and a
missing key are the empty cell. Lists and objects have no one right form in a cell, and a key that stands twice has no one
value: such lines are rejected.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Final, NoReturn

from graph.errors import SourceError
from loaders.reading.cell import REPLACEMENT, damage, defect, raw_text
from loaders.reading.header import WIDEST
from loaders.reading.rejects import Rejects
from loaders.reading.table import Note, Reject, Row, Table

_MOST_CELLS: Final = 50_000_000
_LONGEST_LINE: Final = 10_000_000
_TOO_WIDE: Final = f"more than {WIDEST:,} keys"


class _Unfit(Exception):
    """Why a line is no record; `column` is the key concerned."""

    def __init__(self, reason: str, column: str | None = None) -> None:
        self.reason, self.column = reason, column
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Lines:
    """The table of a JSON Lines file and what was refused. Its header: all keys, in the order they first appear."""

    table: Table
    rejects: Rejects
    notes: tuple[Note, ...]
    lines: int
    blank: int


def read_jsonlines(text: str, file: str) -> Lines:
    """All lines of the text, each accepted or rejected. SourceError if there is not one record."""
    physical = text.removesuffix("\n").split("\n")
    header: dict[str, int] = {}
    objects: list[tuple[int, dict[str, str]]] = []
    rejects = Rejects()
    notes: list[Note] = []
    blank = 0
    for number, line in enumerate(physical, start=1):
        if not line.strip():
            blank += 1
            continue
        try:
            cells = _cells(line)
        except _Unfit as unfit:
            rejects.append(Reject(file, "", number, number, unfit.column, unfit.reason, raw_text(line.rstrip("\r"))))
            continue
        for key in cells:
            header.setdefault(key, len(header))
        if len(header) > WIDEST or len(header) * len(objects) > _MOST_CELLS:
            bound = f"{WIDEST:,}" if len(header) > WIDEST else f"{_MOST_CELLS:,} cells in all"
            remedy = "Give all lines the same keys, or split the file"
            raise SourceError(f"too many different keys for one table: more than {bound}", file=file, row=number, remedy=remedy)
        notes += [_lost(file, number, key) for key, cell in cells.items() if REPLACEMENT in cell]
        objects.append((number, cells))
    if not objects:
        raise _nothing(file, rejects)
    rows = tuple(Row(number, number, tuple(cells.get(key, "") for key in header)) for number, cells in objects)
    return Lines(Table("", tuple(header), rows), rejects, tuple(notes), len(physical), blank)


def _nothing(file: str, rejects: Rejects) -> SourceError:
    """No line could be read: why, for most of them, and the first of those."""
    reasons = Counter((reject.reason, reject.column) for reject in rejects)
    remedy = 'JSON Lines hold one object of plain values a line, such as {"name": "…"}'
    if not reasons:
        return SourceError("not one line holds anything", file=file, remedy=remedy)
    (reason, column), times = reasons.most_common(1)[0]
    first = next(reject for reject in rejects if (reject.reason, reject.column) == (reason, column))
    others = f" (so {times:,} of {len(rejects):,} lines, and no other can be read)" if len(rejects) > 1 else ""
    if reason == _TOO_WIDE:
        remedy = "Leave keys out: no table has more columns"
    return SourceError(f"{reason}{others}", file=file, row=first.line, column=column, remedy=remedy)


def _lost(file: str, number: int, key: str) -> Note:
    return Note(
        file, "", number, key, "characters were lost before this file was made (U+FFFD stands for them); kept as they are"
    )


def _cells(line: str) -> dict[str, str]:
    if len(line) > _LONGEST_LINE:
        raise _Unfit(f"a line of more than {_LONGEST_LINE:,} characters")
    if fault := damage(line):
        raise _Unfit(fault)
    try:
        value = json.loads(line, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=_refuse_constant)
    except RecursionError:
        raise _Unfit("nested too deeply") from None
    except ValueError:
        raise _Unfit("not valid JSON") from None
    if not isinstance(value, _Pairs):
        raise _Unfit("not an object")
    if len(value) > WIDEST:
        raise _Unfit(_TOO_WIDE)
    cells: dict[str, str] = {}
    for key, content in value:
        if not key.strip():
            raise _Unfit("a key without a name")
        if fault := defect(key):
            raise _Unfit(f"{fault} in a key")
        if key in cells:
            raise _Unfit("a key that stands twice", key)
        cells[key] = _text(key, content)
    if not cells:
        raise _Unfit("an object without keys")
    return cells


class _Pairs(list[tuple[str, object]]):
    """The keys and values of an object, repeated keys included."""


def _refuse_constant(name: str) -> NoReturn:
    raise _Unfit(f"{name} is not a value of JSON")


def _text(key: str, content: object) -> str:
    if content is None:
        return ""
    if content is True or content is False:
        return str(content).lower()
    if not isinstance(content, str):
        raise _Unfit("a list or an object where a plain value is needed", key)
    if fault := defect(content):
        raise _Unfit(fault, key)
    return content
