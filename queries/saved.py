"""One saved query: a `.cypher` file that asks one question of an investigator, and says so in its header (QUERIES §1).

    // /// query
    // title    = "Who held command of it"
    // …
    // ///
    MATCH … RETURN … ORDER BY …

Its name is its path, `command/chain_up`. Command-line options, the web form and the catalogue are built from a
`SavedQuery`; there is nothing else to write. All faults of a file are reported at once, with file and line.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from graph.errors import QueryError
from graph.kept.small import read_small
from queries import asked_time, clock, guard, header, spelling, tokens, whole
from queries.declaration.columns import BETWEEN, COUNTED, GRADED, TOGETHER
from queries.declaration.content import Content, content
from queries.parameters import ALIKE
from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from graph.answer import Column
    from queries.declaration.columns import ColumnDeclaration
    from queries.declaration.empty import Empty
    from queries.declaration.grading import Grading
    from queries.declaration.nearest import Nearest
    from queries.declaration.pairs import Pairs
    from queries.elements import Element
    from queries.parameters import Parameter


@dataclass(frozen=True)
class SavedQuery:
    """A query that was read, checked, and may be run."""

    name: str
    title: str
    question: str
    element: Element
    caveat: str
    """What the answer does not show; printed under every answer."""
    related: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    declared: tuple[ColumnDeclaration, ...]
    """Its columns as the header has them; `columns` are those of the answer."""
    gradings: tuple[Grading, ...]
    order: tuple[str, ...]
    """By which columns graded rows are put in order; none: as they came."""
    nearest: Nearest | None
    pairs: Pairs | None
    evidence: tuple[str, ...]
    cypher: str
    """What the engine gets: the file's text with blanks for comments."""
    hash: str
    """SHA-256 of the file as it lies on disk, and of the one whose text it asks; every export cites it."""
    empty: Empty | None = None
    yours: bool = False
    """From the case's own folder, not from the library."""
    file: str = field(default="", compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Where each column is declared, and under no name all of them."""

    def place(self, column: str = "") -> str:
        """File and line in which a column is declared; of no column, where the columns begin."""
        return f"{self.file}:{self.lines.get(column, 1)}"

    @cached_property
    def returned(self) -> tuple[ColumnDeclaration, ...]:
        """What the engine gives."""
        return tuple(column for column in self.declared if column.returned)

    @property
    def counted(self) -> bool:
        """Whether a row may rest on several combinations, all of which are counted."""
        return any(grading.groups and not grading.surest for grading in self.gradings)

    @property
    def held_together(self) -> bool:
        """Whether a row says when all of it held; of what followed each other there is no such time."""
        return self.pairs is None and any(grading.members for grading in self.gradings)

    @property
    def _times(self) -> tuple[Column, ...]:
        if not self.held_together:
            return ()
        return BETWEEN if any(grading.between for grading in self.gradings) else TOGETHER

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """What the answer has: the columns shown, and what grading adds."""
        own = tuple(column for declared in self.declared for column in declared.answered)
        if self.gradings:
            return own + (COUNTED if self.counted else ()) + self._times + GRADED[len(TOGETHER) :]
        return own + (GRADED[-1:] if self.evidence else ())


def read(path: Path, name: str, *, yours: bool = False, names: Collection[str] | None = None) -> SavedQuery:
    """The query in a file. QueryError with all faults, a line each: file, line, reason. `names`: see `parse`."""
    folder = path.parents[name.count("/")]

    def other(asked: str) -> bytes:
        return read_small(folder.joinpath(*f"{asked}.cypher".split("/")))

    try:
        return parse(read_small(path), name, file=str(path), yours=yours, other=other, names=names)
    except OSError as error:
        raise QueryError(f"{path}: cannot be read: {error.strerror}") from None


def parse(
    raw: bytes,
    name: str,
    *,
    file: str | None = None,
    yours: bool = False,
    other: Callable[[str], bytes] | None = None,
    names: Collection[str] | None = None,
) -> SavedQuery:
    """The query in the bytes of a file; see `read`. `other`: the bytes of the query of that name, whose text this one `asks`.

    `names`: of all queries that there are, where that is known; a query that is `related` is one of them.
    """
    file = file or f"{name}.cypher"
    text = _text(raw, file)
    head, faults = header.read(text)
    header_content, more = content(head) if not faults else (None, ())
    shared = b""
    if header_content is not None and header_content.asks:
        try:
            shared = _shared(header_content.asks, text, other)
        except ValueError as error:
            more = (*more, Fault(head.line("asks"), str(error)))
    asked = _text(shared, header_content.asks) if shared and header_content else text
    ordered = header_content is None or bool(header_content.order)
    checked = (
        *guard.faults(asked),
        *spelling.faults(asked),
        *whole.faults(asked, ordered=ordered),
        *(_undeclared(header_content, asked) if header_content else ()),
        *(_untimed(header_content, asked) if header_content else ()),
    )
    if shared and header_content:  # its lines are another file's
        checked = tuple(Fault(head.line("asks"), f"asks {header_content.asks}: {fault.reason}") for fault in checked)
    if yours and header_content:
        checked += tuple(
            Fault(head.line("columns", column.name), "reads is for the library alone: there tests show that it is so")
            for column in header_content.columns
            if column.reads
        )
    faults = (*faults, *more, *checked, *(_unused(header_content, head, asked) if header_content else ()))
    if header_content and names is not None:
        faults = (*faults, *_unrelated(header_content, head, names))
    if faults or header_content is None:
        raise QueryError("\n".join(f"{file}:{fault.line}: {fault.reason}" for fault in sorted(set(faults), key=_place)))
    return SavedQuery(
        name=name,
        title=header_content.title,
        question=header_content.question,
        element=header_content.element,
        caveat=header_content.caveat,
        related=header_content.related,
        parameters=header_content.parameters,
        declared=header_content.columns,
        gradings=header_content.gradings,
        order=header_content.order,
        nearest=header_content.nearest,
        pairs=header_content.pairs,
        evidence=header_content.evidence,
        cypher=tokens.without_comments(asked),
        hash=hashlib.sha256(raw + shared).hexdigest(),
        empty=header_content.empty,
        yours=yours,
        file=file,
        lines={"": head.line("columns")} | {column.name: head.line("columns", column.name) for column in header_content.columns},
    )


def _text(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise QueryError(f"{file}:{line}: not UTF-8") from None


def _place(fault: Fault) -> tuple[int, str]:
    return fault.line, fault.reason


def _shared(asked: str, text: str, other: Callable[[str], bytes] | None) -> bytes:
    """The text of the query that this one asks. ValueError where it cannot be."""
    if text.split(f"\n{header.CLOSES}", 1)[-1].strip():
        raise ValueError("a query that asks another's text has none of its own")
    try:
        return other(asked) if other else b""
    except (OSError, KeyError):
        raise ValueError(f"asks: there is no query {asked} in this folder") from None


def _used(text: str) -> dict[str, int]:
    """The parameters in a text, with the line of the first use; comments and quoted texts do not count."""
    used: dict[str, int] = {}
    for token in tokens.read(text)[0]:
        if token.kind == "parameter":
            used.setdefault(token.text[1:], token.line)
    return used


def _undeclared(header_content: Content, text: str) -> list[Fault]:
    known = {ALIKE, *(wanted for parameter in header_content.parameters for wanted in parameter.in_query)}
    return [Fault(line, f"${wanted} is not declared") for wanted, line in _used(text).items() if wanted not in known]


def _untimed(header_content: Content, text: str) -> list[Fault]:
    timed = {wanted for parameter in header_content.parameters if parameter.about_time for wanted in parameter.in_query}
    words = tokens.read(text)[0]
    untimed = [
        Fault(token.line, f"{token.text} is no day and no period: a time made of it could ask the clock")
        for token in clock.parameters(words)
        if token.text[1:] not in timed
    ]
    return [*untimed, *asked_time.faults(words, timed)]


def _unrelated(header_content: Content, head: header.Header, names: Collection[str]) -> list[Fault]:
    return [
        Fault(head.line("related"), f"related: there is no query {name}{spelling.nearest(name, names)}")
        for name in header_content.related
        if name not in names
    ]


def _unused(header_content: Content, head: header.Header, text: str) -> list[Fault]:
    used, faults = _used(text), []
    for parameter in header_content.parameters:
        unused = [f"${wanted}" for wanted in parameter.in_query if wanted not in used]
        if unused:
            faults.append(Fault(head.line("params", parameter.name), f"{' and '.join(unused)} is declared and not used"))
    return faults
