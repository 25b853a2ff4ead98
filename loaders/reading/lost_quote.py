"""Was a quotation mark lost? The lines inside a cell that runs over lines tell, if they are records of their own.

A reader that trusts an opening mark swallows the rows up to the next mark. How sure it is that rows were swallowed depends
on how many delimiters stand where records have them: prose has them there by chance. `SURE` is a dozen. Below that a cell
of prose and a swallowed row cannot be told apart.
"""

from __future__ import annotations

from typing import Final

from loaders.reading.physical import PhysicalLines
from loaders.reading.record import Record

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


def mostly_records(lines: PhysicalLines, inside: list[int]) -> bool:
    """At least half of these lines are records by themselves; the last may begin one that goes on."""
    *middle, last = inside
    return 2 * (sum(_whole_record(lines, start) for start in middle) + (lines.record(last) is not None)) >= len(inside)


def _whole_record(lines: PhysicalLines, at: int) -> bool:
    found = lines.record(at)
    return found is not None and found.end <= lines.end(at)


def _sound(lines: PhysicalLines, at: int) -> bool:
    return at >= len(lines.text) or lines.record(at) is not None
