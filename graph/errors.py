"""Every error Linkage raises on purpose, one line each: what, where, what to do.

    LinkageError
    ├── CaseError        the case folder: not found, not ours
    │   └── BusyError    another writer holds it
    ├── SourceError      a file that is read: file, row, column, reason
    ├── MappingError     a mapping file that says something impossible
    ├── QueryError       a saved query, its parameters, or a name that fits nothing or too much
    ├── EngineError      the graph server: unreachable, stopped
    │   └── OverrunError a question over its limits of time or memory
    ├── IntegrityError   what is held differs from what was recorded
    └── UnfinishedError  what was asked for is recorded, and something that follows from it could not be done

A message never carries a value of the case: places (file, row, column), not contents, so that it may be logged.
The front door prints `str(error)` and leaves with `error.exit_code`: 2 where the user can fix it, 1 where we must.
"""

from __future__ import annotations

from typing import ClassVar


class LinkageError(Exception):
    """Root of the tree."""

    exit_code: ClassVar[int] = 2


class CaseError(LinkageError):
    """The case folder cannot be used as asked."""


class BusyError(CaseError):
    """Another process is writing to the case."""


class SourceError(LinkageError):
    """A source file cannot be read as it stands. Nothing of it was loaded."""

    def __init__(
        self,
        reason: str,
        *,
        file: str | None = None,
        row: int | None = None,
        column: str | None = None,
        remedy: str | None = None,
    ) -> None:
        self.reason, self.file, self.row, self.column, self.remedy = reason, file, row, column, remedy
        super().__init__(reason)

    def __str__(self) -> str:
        place = [part for part in (self.file, self.row and f"row {self.row}", self.column and f"column {self.column!r}") if part]
        text = f"{', '.join(place)}: {self.reason}" if place else self.reason
        return f"{text}. {self.remedy}" if self.remedy else text


class MappingError(LinkageError):
    """A mapping file says something that cannot be carried out."""


class QueryError(LinkageError):
    """A saved query, or what was asked of it, is wrong."""


class EngineError(LinkageError):
    """The graph server failed us."""

    exit_code: ClassVar[int] = 1


class OverrunError(EngineError):
    """A question is more than the graph server does in the time or memory it has."""

    exit_code: ClassVar[int] = 2


class UnfinishedError(LinkageError):
    """What stands, what does not, and how to get it. `done`: what the command would have returned."""

    exit_code: ClassVar[int] = 1

    def __init__(self, text: str, done: object = None) -> None:
        self.done = done
        super().__init__(text)


class IntegrityError(LinkageError):
    """Something held differs from what was recorded: stop, touch nothing."""

    exit_code: ClassVar[int] = 1
