"""The columns of an answer, as a reader has them and as a file has them.

A column of type `time` holds an end if its name says so: `until`, `…_until`, `…_to`, `last`, `last_…`. In files an end
stays as it is, half-open, and beside it stands `…_inclusive`: the last day, or the last minute, that still belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final, Self

from graph.answer import NodeValue, PathValue, RelValue
from graph.words.certainty import denied
from graph.words.links import link
from graph.words.namesakes import told_apart
from graph.words.times import inclusive, until
from graph.words.values import value

if TYPE_CHECKING:
    from graph.answer import Answer, Column

INCLUSIVE: Final = "_inclusive"
HALF_OPEN: Final = (
    "Half-open: the first moment at which it no longer held. The same name with _inclusive has the last day that still belongs"
    " to it, or, of an end that is no midnight, the last minute."
)
BESIDE_END: Final = "in files, beside {name}: the last day or minute that still belongs to it"
_END = re.compile(r"(.+_)?(until|to)|last(_.+)?")


def is_end(name: str) -> bool:
    """Whether a column or property of times with this name holds ends."""
    return bool(_END.fullmatch(name))


def ends(columns: Mapping[str, str]) -> tuple[str, ...]:
    """Of columns or properties, by name with their type, those that hold ends."""
    return tuple(name for name, type_ in columns.items() if type_ in ("time", "times") and is_end(name))


@dataclass(frozen=True, slots=True)
class Beside:
    """What a cell has to know of its answer.

    `typed`: the end of the question's own period, where somebody gave it to the minute. `names`: of things that share their
    name with another one. `denied`: by link, the sources that deny it.
    """

    typed: datetime | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    denied: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """All of it."""
        denied = {id_: held.denied_by for id_, held in answer.support.items() if held.denied_by}
        return cls(question_end(answer.parameters), told_apart(answer.subgraph()[0]), denied)

    def name(self, node: NodeValue) -> str:
        """What this thing is called in this answer."""
        return self.names.get(node.id, node.name)

    def denial(self, link: RelValue) -> str:
        """That a source denies this link, and which; the empty text where none does."""
        return denied(self.denied.get(link.id, ())) if link.properties.get("disputed") else ""


ALONE = Beside()
"""A cell without its answer."""


def last_of(held: object, unknown: str | None = None, typed: datetime | None = None) -> object:
    """What stands beside an end, or a list of ends, in a file: the last that belongs to it; `unknown` where nobody knows.

    `typed`: see `question_end`.
    """
    if isinstance(held, list | tuple):
        return [last_of(item, unknown, typed) for item in held]
    if not isinstance(held, datetime):
        return None
    return f"{held:%Y-%m-%dT%H:%M}" if held == typed else inclusive(held) or unknown


def question_end(parameters: Mapping[str, object]) -> datetime | None:
    """The end of the question's own period, where somebody gave it to the minute."""
    given = parameters.get("to")
    return datetime.fromisoformat(given) if isinstance(given, str) and "T" in given else None


def cell(column: Column, held: object, beside: Beside = ALONE, *, short: bool = False) -> str:
    """What a reader sees in a column. `short`: in a table on a terminal."""
    if isinstance(held, NodeValue):
        return beside.name(held)
    if isinstance(held, RelValue):
        return ", ".join(filter(None, (link(held.type, held.properties), beside.denial(held))))
    if isinstance(held, PathValue):
        return _path(held, beside)
    if isinstance(held, datetime) and is_end(column.name):
        return until(held, beside.typed, short=short)
    return value(held, many="; ", short=short)


def _path(path: PathValue, beside: Beside) -> str:
    """The things of a path; between two whose link somebody denies it says so."""
    text = beside.name(path.nodes[0]) if path.nodes else ""
    for between, node in zip(path.links, path.nodes[1:], strict=True):
        refused = beside.denial(between)
        text += f" → ({refused}) → {beside.name(node)}" if refused else f" → {beside.name(node)}"
    return text


def with_last(properties: Mapping[str, object], unknown: str | None = None) -> dict[str, object]:
    """Properties for a file: after each end, what stands beside it."""
    beside: dict[str, object] = {}
    for name, held in properties.items():
        beside[name] = held
        if is_end(name) and is_time(held):
            beside[f"{name}{INCLUSIVE}"] = last_of(held, unknown)
    return beside


def is_time(held: object) -> bool:
    """Whether a property holds a time or times."""
    return isinstance(held, datetime) or (isinstance(held, list | tuple) and bool(held) and isinstance(held[0], datetime))
