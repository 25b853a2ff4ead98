"""Links as a reader says them: "commanded", "was held at". The words of each type stand in its declaration (graph/schema)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import schema
from graph.schema.kinds import ANY, Reading
from graph.words.values import plain, value

if TYPE_CHECKING:
    from graph.projection import Properties


def link(type_: str, properties: Properties, *, back: bool = False) -> str:
    """What stands between a link's begin and its end, or, read `back`, between its end and its begin."""
    kind = schema.LINK.get(type_)
    for reading in kind.reads if kind else ():
        if all(_fits(properties.get(name), wanted) for name, wanted in reading.of):
            return _filled(reading.back if back else reading.forth, reading, properties)
    return link_type(type_)


def link_type(type_: str) -> str:
    """What any link of this type says, whatever its properties; a type without declared words by its name."""
    kind = schema.LINK.get(type_)
    return (kind.says if kind else "") or plain(type_).lower()


def _fits(held: object, wanted: str | bool) -> bool:
    return held not in (None, "") if wanted == ANY else held == wanted


def _filled(text: str, reading: Reading, properties: Properties) -> str:
    for name, _ in reading.of:
        text = text.replace(f"{{{name}}}", value(properties.get(name)))
    return text
