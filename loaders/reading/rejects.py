"""What was refused of a file, kept small: a file may be refused row by row to its end, and must not fill a computer.

An object a row takes some 500 bytes. Here a row takes 48 and the letters of its column and its record.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

from loaders.reading.table import Reject

_EACH = 6


class Rejects(Sequence[Reject]):
    """Rejects in the order they came. `before`: what the list begins with; it is not copied, and must not grow any more."""

    __slots__ = ("_before", "_known", "_numbers", "_shared", "_text", "lines")

    def __init__(self, some: Iterable[Reject] = (), *, before: Sequence[Reject] = ()) -> None:
        self._before = before
        self._shared: list[tuple[str, str, str]] = []
        self._known: dict[tuple[str, str, str], int] = {}
        """File, sheet and reason, which many rows share, and where they stand."""
        self._numbers = array("q")
        """Of each: row, line (0: None), how many lines, which of the shared; where its column ends in the text (-1: None), and
        where its record does, which stands behind it."""
        self._text = bytearray()
        self.lines = 0
        """How many physical lines those added here cover."""
        self.extend(some)

    def append(self, reject: Reject) -> None:
        """One more."""
        shared = (reject.file, reject.sheet, reject.reason)
        number = self._known.setdefault(shared, len(self._shared))
        if number == len(self._shared):
            self._shared.append(shared)
        self._text += _bytes(reject.column or "")
        column = -1 if reject.column is None else len(self._text)
        self._text += _bytes(reject.raw)
        self._numbers.extend((reject.row or 0, reject.line or 0, reject.lines, number, column, len(self._text)))
        self.lines += reject.lines

    def extend(self, some: Iterable[Reject]) -> None:
        """Several more."""
        for reject in some:
            self.append(reject)

    def __len__(self) -> int:
        return len(self._before) + len(self._numbers) // _EACH

    def __iter__(self) -> Iterator[Reject]:
        return chain(self._before, map(self._own, range(len(self._numbers) // _EACH)))

    @overload
    def __getitem__(self, at: int) -> Reject: ...
    @overload
    def __getitem__(self, at: slice) -> list[Reject]: ...
    def __getitem__(self, at: int | slice) -> Reject | list[Reject]:
        places = range(len(self))[at]
        return self._at(places) if isinstance(places, int) else [self._at(place) for place in places]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # it grows

    def _at(self, place: int) -> Reject:
        earlier = len(self._before)
        return self._before[place] if place < earlier else self._own(place - earlier)

    def _own(self, at: int) -> Reject:
        row, line, lines, number, column, end = self._numbers[_EACH * at : _EACH * (at + 1)]
        file, sheet, reason = self._shared[number]
        begin = self._numbers[_EACH * at - 1] if at else 0
        name = None if column < 0 else _text(self._text[begin:column])
        return Reject(file, sheet, row or None, line or None, name, reason, _text(self._text[max(begin, column) : end]), lines)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(some: bytearray) -> str:
    return some.decode("utf-8", "surrogatepass")
