"""How large the parts of a text file may be. Looked at before any of it is kept: one endless line would fill the memory."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from graph.errors import SourceError
from loaders.reading.forms import FORMS

if TYPE_CHECKING:
    from typing import BinaryIO

LONGEST_LINE: Final = 4_000_000
"""Bytes of a line of a table: four times what a cell may hold."""
LONGEST_OBJECT: Final = 12_000_000
"""Bytes of a line of JSON."""
LARGEST_DOCUMENT: Final = 64_000_000
"""Bytes of one document in JSON or XML."""
MOST_LINES: Final = 1_048_576
"""As many as a spreadsheet has rows."""
_JSON: Final = (".jsonl", ".ndjson", ".json", ".geojson", ".ijson", ".ftm")
_DOCUMENTS: Final = (".json", ".geojson")
_CHUNK: Final = 1024**2


class _Lines:
    """Lines of one kind of end, as the chunks go by."""

    def __init__(self, end: bytes, most: int) -> None:
        self._end, self._most, self._length = end, most, 0
        self.count = 0
        self.overlong = 0
        """The number of the first line that is too long; 0 where none is."""

    def take(self, chunk: bytes) -> None:
        first = chunk.find(self._end)
        self._length += len(chunk) if first < 0 else first
        if self._length > self._most and not self.overlong:
            self.overlong = self.count + 1
        if first >= 0:
            self.count += chunk.count(self._end)
            self._length = len(chunk) - chunk.rfind(self._end) - 1


def check(file: BinaryIO, name: str, suffix: str) -> None:
    """SourceError where a text file has too long a line, or too many. Reads it to its end."""
    if suffix[1:] in FORMS:
        return
    if suffix == ".xml":
        return  # how long it may be, its reader knows
    if suffix in _DOCUMENTS and file.seek(0, os.SEEK_END) <= LARGEST_DOCUMENT:
        return  # all of it may be one line
    file.seek(0)
    most = LONGEST_OBJECT if suffix in _JSON else LONGEST_LINE
    feeds, returns = _Lines(b"\n", most), _Lines(b"\r", most)
    while chunk := file.read(_CHUNK):
        feeds.take(chunk)
        returns.take(chunk)
        if feeds.count and feeds.overlong:
            break
    lines = feeds if feeds.count else returns
    if lines.overlong:
        remedy = "Look whether a quotation mark or the line ends were lost, or leave this line out"
        raise SourceError(f"line {lines.overlong:,} is longer than {most:,} bytes", file=name, remedy=remedy)
    if lines.count > MOST_LINES:
        raise SourceError(
            f"more than {MOST_LINES:,} lines", file=name, remedy="Split it into smaller files, each with the header"
        )
