"""JSON Lines: each line one object. What would have to be interpreted is rejected instead.

Numbers stay as they are written (`1.50`, a hundred digits), `true` and `false` are the texts true and false, `null`, a missing
key and an empty list are the empty cell. What lies within lists and objects has a column by its path (`nested`). A key that
stands twice has no one value: such lines are rejected.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NoReturn

from graph.errors import SourceError
from loaders.reading.cell import REPLACEMENT, damage, defect, raw_text
from loaders.reading.header import WIDEST
from loaders.reading.nested import LONG, MIXED, Flat, Pairs, Unfit, columns, flattened
from loaders.reading.rejects import Rejects
from loaders.reading.table import Fault, Note, Reject, Row, Table

_MOST_CELLS: Final = 50_000_000
_LONGEST_LINE: Final = 10_000_000
_TOO_WIDE: Final = f"more than {WIDEST:,} keys"


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
    objects: list[tuple[int, dict[str, str], Flat]] = []
    rejects = Rejects()
    notes: list[Note] = []
    blank = 0
    for number, line in enumerate(physical, start=1):
        if not line.strip():
            blank += 1
            continue
        try:
            cells, flat = _cells(line)
        except Unfit as unfit:
            rejects.append(Reject(file, "", number, number, unfit.column, unfit.reason, raw_text(line.rstrip("\r"))))
            continue
        for key in cells:
            header.setdefault(key, len(header))
        if len(header) > WIDEST or len(header) * len(objects) > _MOST_CELLS:
            bound = f"{WIDEST:,}" if len(header) > WIDEST else f"{_MOST_CELLS:,} cells in all"
            remedy = "Give all lines the same keys, or split the file"
            raise SourceError(f"too many different keys for one table: more than {bound}", file=file, row=number, remedy=remedy)
        notes += [_lost(file, number, key) for key, cell in cells.items() if REPLACEMENT in cell]
        objects.append((number, cells, flat))
    if not objects:
        raise _nothing(file, rejects)
    header = columns(header, [(cells, flat) for _, cells, flat in objects])
    rows = tuple(
        Row(number, number, tuple(cells.get(key, "") for key in header), tuple(_faults(flat, header)))
        for number, cells, flat in objects
    )
    return Lines(Table("", tuple(header), rows), rejects, tuple(notes), len(physical), blank)


def _nothing(file: str, rejects: Rejects) -> SourceError:
    """No line could be read: why, for most of them, and the first of those."""
    reasons = Counter((reject.reason, reject.column) for reject in rejects)
    remedy = 'JSON Lines hold one object a line, such as {"name": "…"}'
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


def _cells(line: str) -> tuple[dict[str, str], Flat]:
    if len(line) > _LONGEST_LINE:
        raise Unfit(f"a line of more than {_LONGEST_LINE:,} characters")
    if fault := damage(line):
        raise Unfit(fault)
    try:
        value = json.loads(line, object_pairs_hook=Pairs, parse_int=str, parse_float=str, parse_constant=_refuse_constant)
    except RecursionError:
        raise Unfit("nested too deeply") from None
    except ValueError:
        raise Unfit("not valid JSON") from None
    if not isinstance(value, Pairs):
        raise Unfit("not an object")
    if len(value) > WIDEST:
        raise Unfit(_TOO_WIDE)
    flat = flattened(value)
    cells: dict[str, str] = {}
    for key, content in flat.plain:
        if not key.strip():
            raise Unfit("a key without a name")
        if fault := defect(key):
            raise Unfit(f"{fault} in a key")
        if key in cells:
            raise Unfit("a key that stands twice", key)
        cells[key] = _text(key, content)
    if not value:
        raise Unfit("an object without keys")
    if len(cells) > WIDEST:
        raise Unfit(_TOO_WIDE)
    return cells, flat


def _faults(flat: Flat, header: dict[str, int]) -> Iterator[Fault]:
    """Lists that are too long for columns, and lists and objects where other lines have a plain value."""
    for path in flat.within:
        if path in header:
            yield Fault(header[path], LONG if path in flat.long else MIXED, refuses=True)


def _refuse_constant(name: str) -> NoReturn:
    raise Unfit(f"{name} is not a value of JSON")


def _text(key: str, content: object) -> str:
    if content is None:
        return ""
    if content is True or content is False:
        return str(content).lower()
    if not isinstance(content, str):
        raise Unfit("not a value of JSON", key)
    if fault := defect(content):
        raise Unfit(fault, key)
    return content
