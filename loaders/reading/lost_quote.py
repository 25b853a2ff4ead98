"""Was a quotation mark lost? The lines inside a cell that runs over lines tell, if they are records of their own.

A reader that trusts an opening mark swallows the rows up to the next mark. How sure it is that rows were swallowed depends
on how many delimiters stand where records have them: prose has them there by chance. `SURE` is a dozen. Below that a cell
of prose and a swallowed row cannot be told apart.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from loaders.reading.physical import PhysicalLines
from loaders.reading.record import Record, RecordFault

SURE: Final = 12


def evidence(lines: PhysicalLines, at: int, inside: list[int]) -> int:
    """Delimiters that stand where records have them, in the lines (`inside`) of a record after its first; 0: most do not."""
    *middle, last = inside
    fitting = sum(_whole_record(lines, start) for start in middle)
    if middle and 2 * fitting < len(middle):
        return 0
    closes = lines.cells(last) == lines.width and (bool(middle) or lines.cells(at) == lines.width)
    # Of a single column every line is a record: a doubt, never more.
    return (fitting + closes) * (lines.width - 1) if lines.width > 1 else int(fitting > 0)


def closes_by_opening(lines: PhysicalLines, record: Record, last: int) -> bool:
    """The mark that closes this record rather opens a cell in its last line: so read, the text goes on soundly; else not."""
    instead = lines.record(last)
    if instead is None or instead.end <= record.end:
        return False
    return _sound(lines, instead.end) and not _sound(lines, record.end)


def resumption(lines: PhysicalLines, broken: Record | RecordFault, inside: list[int], stop: int) -> int | None:
    """The line of a broken record, after its first, at which reading goes on: where most are records, or one shows to be."""
    if _mostly_records(lines, inside):
        return inside[0]
    lines_shown = (shown_record(lines, broken, inside, stop), _first_pair(lines, inside))
    return min((start for start in lines_shown if start is not None), default=None)


def shown_record(lines: PhysicalLines, found: Record | RecordFault, inside: list[int], stop: int) -> int | None:
    """The first line that begins a record and shows to stand in no cell of what was found; None where nothing shows it.

    The cell over it is closed by a mark that opens another one; or from the line on all are records, up to `stop` and one
    more: of a cell that really runs over lines the last holds the closing mark, and that fits no record.
    """
    if found.swallows and (first := first_record(lines, inside)) is not None:
        return first
    fitting: set[int] = set()
    for start in reversed(inside):
        record = lines.record(start)
        if record is not None and (record.end in fitting or (record.end >= stop and _sound(lines, record.end))):
            fitting.add(start)
    return min(fitting, default=None)


def first_record(lines: PhysicalLines, inside: list[int]) -> int | None:
    """The first of these lines that begins a record."""
    return next((start for start in inside if lines.record(start)), None)


def holds_record(lines: PhysicalLines, inside: list[int]) -> bool:
    """Whether one of these lines but the last is a record by itself, of three cells or more: by chance that is rare in prose."""
    return lines.width > 2 and any(_whole_record(lines, start) for start in inside[:-1])


def _first_pair(lines: PhysicalLines, inside: list[int]) -> int | None:
    """The first of two lines, one after the other, that both are records."""
    return next((one for one, two in pairwise(inside) if _whole_record(lines, one) and _whole_record(lines, two)), None)


def _mostly_records(lines: PhysicalLines, inside: list[int]) -> bool:
    """At least half of these lines are records by themselves; the last may begin one that goes on."""
    *middle, last = inside
    return 2 * (sum(_whole_record(lines, start) for start in middle) + (lines.record(last) is not None)) >= len(inside)


def _whole_record(lines: PhysicalLines, at: int) -> bool:
    found = lines.record(at)
    return found is not None and found.end <= lines.end(at)


def _sound(lines: PhysicalLines, at: int) -> bool:
    return at >= len(lines.text) or lines.record(at) is not None
