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
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import QueryError
from queries import guard, header, tokens
from queries.declared import Declared, declared
from queries.tokens import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answer import Column
    from queries.elements import Element
    from queries.parameters import Parameter


@dataclass(frozen=True, slots=True)
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
    columns: tuple[Column, ...]
    cypher: str
    """What the engine gets: the file's text with blanks for comments."""
    hash: str
    """SHA-256 of the file as it lies on disk; every export cites it."""
    yours: bool = False
    """From the case's own folder, not from the library."""

    def has_column(self, name: str) -> bool:
        """Whether the answer has a column of this name."""
        return any(column.name == name for column in self.columns)


def read(path: Path, name: str, *, yours: bool = False) -> SavedQuery:
    """The query in a file. QueryError with all faults, a line each: file, line, reason."""
    try:
        raw = path.read_bytes()
        return parse(raw, name, file=str(path), yours=yours)
    except OSError as error:
        raise QueryError(f"{path}: cannot be read: {error.strerror}") from None


def parse(raw: bytes, name: str, *, file: str | None = None, yours: bool = False) -> SavedQuery:
    """The query in the bytes of a file; see `read`."""
    file = file or f"{name}.cypher"
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise QueryError(f"{file}:{line}: not UTF-8") from None
    head, faults = header.read(text)
    content, more = declared(head) if not faults else (None, ())
    faults = (*faults, *more, *guard.faults(text))
    if content is not None:
        faults = (*faults, *_usage(content, head, text))
    if faults or content is None:
        raise QueryError("\n".join(f"{file}:{fault.line}: {fault.reason}" for fault in sorted(set(faults), key=_place)))
    return SavedQuery(
        name=name,
        title=content.title,
        question=content.question,
        element=content.element,
        caveat=content.caveat,
        related=content.related,
        parameters=content.parameters,
        columns=content.columns,
        cypher=tokens.without_comments(text),
        hash=hashlib.sha256(raw).hexdigest(),
        yours=yours,
    )


def _place(fault: Fault) -> tuple[int, str]:
    return fault.line, fault.reason


def _usage(content: Declared, head: header.Header, text: str) -> list[Fault]:
    """Declared parameters are used, used ones declared; comments and quoted texts do not count."""
    used: dict[str, int] = {}
    for token in tokens.read(text)[0]:
        if token.kind == "parameter":
            used.setdefault(token.text[1:], token.line)
    known = {wanted for parameter in content.parameters for wanted in parameter.in_query}
    faults = [Fault(line, f"${wanted} is not declared") for wanted, line in used.items() if wanted not in known]
    for parameter in content.parameters:
        unused = [f"${wanted}" for wanted in parameter.in_query if wanted not in used]
        if unused:
            faults.append(Fault(head.line("params", parameter.name), f"{' and '.join(unused)} is declared and not used"))
    return faults
